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

interface PieceProps {
  readonly piece: LeftOutPiece;
  readonly onTakeBack: (piece: LeftOutPiece) => void;
}

function Piece({ piece, onTakeBack }: PieceProps) {
  return (
    <li className="flex flex-wrap items-start gap-4 py-3 first:pt-0">
      <div className="min-w-40 flex-1">
        <div className="text-meta font-medium text-ink-3">{leftOutReasons[piece.reason]}</div>
        <p
          dir="auto"
          className="selectable max-h-48 overflow-y-auto font-story text-list break-words whitespace-pre-wrap"
        >
          {piece.text}
        </p>
      </div>
      {piece.takenBack ? (
        <span className="flex h-8 items-center gap-1.5 text-ok">
          <Check aria-hidden /> In the story
        </span>
      ) : (
        <Button aria-label={`Take back: ${firstWords(piece.text)}`} onClick={() => onTakeBack(piece)}>
          Take back
        </Button>
      )}
    </li>
  );
}

function Report({ report, onTakeBack }: { readonly report: ImportReport } & Pick<PieceProps, 'onTakeBack'>) {
  return (
    <>
      {report.notices.length > 0 && (
        <ul className="mb-4 list-disc space-y-1 rounded-card bg-sunken py-2.5 pr-4 pl-8 text-ink-2">
          {report.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {report.leftOut.length === 0 ? (
        <p className="text-ink-2">Nothing was left out: the whole file is in the story.</p>
      ) : (
        <ul aria-label="Left out" className="divide-y divide-line">
          {report.leftOut.map((piece) => (
            <Piece key={piece.id} piece={piece} onTakeBack={onTakeBack} />
          ))}
        </ul>
      )}
    </>
  );
}

function about(report: ImportReport): string {
  return `${report.source}, read as ${report.encoding} on ${fullTime(report.importedAt)}. What was left out can be taken back into the story.`;
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
        'The piece could not be put back into the story. Open the article and try again.',
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
    announce(`Taken back into the story: ${firstWords(piece.text)}`);
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
      title="Import report"
      about={report ? about(report) : 'What was taken from the file, and what was left out.'}
      width="large"
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {error && <Banner tone="bad">{error.message}</Banner>}
      {report === undefined && !error && <Spinner label="Reading the report" />}
      {report === null && (
        <p className="text-ink-2">This article was written here, so there is nothing to report.</p>
      )}
      {report && <Report report={report} onTakeBack={takeBack} />}
    </Dialog>
  );
}

/** Why a piece is not in the story, in words. */
const leftOutReasons = {
  navigation: 'Navigation',
  promo: 'Promo for another story',
  breadcrumb: 'Breadcrumb',
  repeated_headline: 'Repeated headline',
  subscription: 'Subscription prompt',
  share_links: 'Share links',
  related: 'Related stories',
  comments: 'Comments',
  ad_mark: 'Ad label, now an ad slot',
  hashtag_line: 'Hashtags, now chips',
  byline: 'Byline, now a field',
  caption: 'Caption',
  legal: 'Legal text',
  hidden: 'Hidden on the page',
  footer: 'Page footer',
  control: 'Buttons and form fields',
  source_comment: 'Comment in the source',
  raw_html: 'HTML that a story cannot hold',
  too_many_hashtags: 'Hashtags over the limit',
  too_long: 'Over a field’s limit',
  unsafe: 'Unsafe',
  other: 'Not part of the story',
} as const satisfies Record<LeftOutReason, string>;
