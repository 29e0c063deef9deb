import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { announce } from '#renderer/base/notices/announce';
import { firstWords } from '#renderer/base/firstWords';
import { queries } from '#renderer/base/queries/queries';
import { fullTime } from '#shared/domain/fullTime';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { insertLeftOut } from '#renderer/features/editor';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { Spinner } from '#renderer/ui/Spinner';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportReport, LeftOutPiece, LeftOutReason } from '#shared/domain/importReport';
import { say, saying } from '#shared/language/say';

interface PieceProps {
  readonly piece: LeftOutPiece;
  readonly onTakeBack: (piece: LeftOutPiece) => void;
}

function Piece({ piece, onTakeBack }: PieceProps) {
  return (
    <li className="flex flex-wrap items-start gap-4 py-3 first:pt-0">
      <div className="min-w-40 flex-1">
        <div className="text-meta font-medium text-ink-3">{leftOutReasons[piece.reason]()}</div>
        <p
          dir="auto"
          className="selectable max-h-48 overflow-y-auto font-story text-list break-words whitespace-pre-wrap"
        >
          {piece.text}
        </p>
      </div>
      {piece.takenBack ? (
        <span className="flex h-8 items-center gap-1.5 text-ok">
          <Check aria-hidden /> {say('In the story')}
        </span>
      ) : (
        <Button
          aria-label={say('Take back: {words}', { words: firstWords(piece.text) })}
          onClick={() => onTakeBack(piece)}
        >
          {say('Take back')}
        </Button>
      )}
    </li>
  );
}

function Report({ report, onTakeBack }: { readonly report: ImportReport } & Pick<PieceProps, 'onTakeBack'>) {
  return (
    <>
      {report.notices.length > 0 && (
        <ul className="mb-4 list-disc space-y-1 rounded-card bg-sunken py-2.5 ps-8 pe-4 text-ink-2">
          {report.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {report.leftOut.length === 0 ? (
        <p className="text-ink-2">{say('Nothing was left out: the whole file is in the story.')}</p>
      ) : (
        <ul aria-label={say('Left out')} className="divide-y divide-line">
          {report.leftOut.map((piece) => (
            <Piece key={piece.id} piece={piece} onTakeBack={onTakeBack} />
          ))}
        </ul>
      )}
    </>
  );
}

function about(report: ImportReport): string {
  return say('{source}, read as {encoding} on {time}. What was left out can be taken back into the story.', {
    source: report.source,
    encoding: report.encoding,
    time: fullTime(report.importedAt),
  });
}

function useTakeBack(articleId: Id) {
  const client = useQueryClient();
  const { queryKey } = queries.importReport(articleId);
  const { problem, attempt } = useAttempt();
  const mark = (piece: LeftOutPiece, takenBack: boolean): Promise<unknown> =>
    bridge.imports.mark({ articleId, pieceId: piece.id, takenBack });
  /** Noted first: if main refuses to note it, the piece is neither put into the story nor shown as if it were. */
  const takeBack = async (piece: LeftOutPiece): Promise<void> => {
    await mark(piece, true);
    if (!insertLeftOut(piece)) {
      await mark(piece, false);
      throw new NutgrafError(
        'not_taken_back',
        say('The piece could not be put back into the story. Open the article and try again.'),
      );
    }
    client.setQueryData(
      queryKey,
      (report) =>
        report && {
          ...report,
          leftOut: report.leftOut.map((other) =>
            other.id === piece.id ? { ...other, takenBack: true } : other,
          ),
        },
    );
    announce(say('Taken back into the story: {words}', { words: firstWords(piece.text) }));
  };
  return { problem, takeBack: (piece: LeftOutPiece) => void attempt(() => takeBack(piece)) };
}

interface ImportReportDialogProps {
  readonly articleId: Id;
  readonly onClose: () => void;
}

/** What was read from the file that an article came from, and what was left out of it. */
export function ImportReportDialog({ articleId, onClose }: ImportReportDialogProps) {
  const { data: report, error } = useQuery(queries.importReport(articleId));
  const { problem, takeBack } = useTakeBack(articleId);
  return (
    <Dialog
      title={say('Import report')}
      about={report ? about(report) : say('What was taken from the file, and what was left out.')}
      width="large"
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Done')}</Button>}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {error && <Banner tone="bad">{error.message}</Banner>}
      {report === undefined && !error && <Spinner label={say('Reading the report')} />}
      {report === null && (
        <p className="text-ink-2">{say('This article was written here, so there is nothing to report.')}</p>
      )}
      {report && <Report report={report} onTakeBack={takeBack} />}
    </Dialog>
  );
}

/** Why a piece is not in the story, in words. */
const leftOutReasons: Readonly<Record<LeftOutReason, () => string>> = {
  navigation: saying('Navigation'),
  promo: saying('Promo for another story'),
  breadcrumb: saying('Breadcrumb'),
  repeated_headline: saying('Repeated headline'),
  subscription: saying('Subscription prompt'),
  share_links: saying('Share links'),
  related: saying('Related stories'),
  comments: saying('Comments'),
  ad_mark: saying('Ad label, now an ad slot'),
  hashtag_line: saying('Hashtags, now chips'),
  byline: saying('Byline, now a field'),
  caption: saying('Caption'),
  legal: saying('Legal text'),
  hidden: saying('Hidden on the page'),
  footer: saying('Page footer'),
  control: saying('Buttons and form fields'),
  source_comment: saying('Comment in the source'),
  raw_html: saying('HTML that a story cannot hold'),
  too_many_hashtags: saying('Hashtags over the limit'),
  too_long: saying('Over a field’s limit'),
  unsafe: saying('Unsafe'),
  other: saying('Not part of the story'),
};
