import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { openArticles, StoryPreview } from '#renderer/features/editor';
import type { OpenArticle } from '#renderer/features/editor';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { Spinner } from '#renderer/ui/Spinner';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { RevisionReason, RevisionRow } from '#shared/domain/revision';
import { fullTime } from '#shared/domain/fullTime';
import { bridge } from '#renderer/bridge';
import type { TabProps } from './tabProps';
import { say, saying } from '#shared/language/say';

const reasons: Readonly<Record<RevisionReason, () => string>> = {
  schedule: saying('Kept while you wrote'),
  import: saying('As imported'),
  restore: saying('Before an earlier version was restored'),
  pull: saying('Before the site’s text was taken'),
  send: saying('As sent'),
  stale: saying('Replaced by another version'),
  manual: saying('At “Save now”'),
  removal: saying('Before a large part was removed or replaced'),
  left: saying('When you left the article'),
  override: saying('As it went out while held'),
};

/** The earlier versions of the article, newest first. */
export function HistoryTab({ article, readOnly }: TabProps) {
  const [shown, show] = useState<Id | null>(null);
  const { data: rows = [] } = useQuery({
    queryKey: ['article', article.id, 'revisions'],
    queryFn: () => bridge.revisions.list({ articleId: article.id }),
  });
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-ink-2">
          {say(
            'No earlier version yet. Nutgraf keeps one from time to time while you write, before a large part is removed, at “Save now” and when you leave the article.',
          )}
        </p>
      ) : (
        <ul aria-label={say('Earlier versions')} className="-mx-2 flex flex-col gap-0.5">
          {rows.map((row) => (
            <RevisionRowView key={row.id} row={row} onShow={() => show(row.id)} />
          ))}
        </ul>
      )}
      {shown !== null && (
        <RevisionDialog article={article} readOnly={readOnly} revisionId={shown} onClose={() => show(null)} />
      )}
    </>
  );
}

function RevisionRowView({ row, onShow }: { readonly row: RevisionRow; readonly onShow: () => void }) {
  return (
    <li>
      <button
        type="button"
        className="w-full rounded-control px-2 py-1.5 text-start hover:bg-sunken"
        onClick={onShow}
      >
        <span className="flex items-baseline justify-between gap-2">
          <strong className="font-medium">{fullTime(row.createdAt)}</strong>
          <span className="text-meta text-ink-2">
            {say('{count, plural, one {# word} other {# words}}', { count: row.wordCount })}
          </span>
        </span>
        <span className="block text-meta text-ink-2">{row.note || reasons[row.reason]()}</span>
        <span className="block one-line font-story text-ink-2" dir="auto">
          {row.headline || say('No headline')}
        </span>
      </button>
    </li>
  );
}

interface RevisionDialogProps extends TabProps {
  readonly revisionId: Id;
  readonly onClose: () => void;
}

/** An earlier version to read, and the way back to it. */
function RevisionDialog({ article, readOnly, revisionId, onClose }: RevisionDialogProps) {
  const { data: revision, error } = useQuery({
    queryKey: ['revision', revisionId],
    queryFn: () => bridge.revisions.get({ id: revisionId }),
  });
  const { busy, problem, attempt } = useAttempt();
  const restored = (): void => {
    onClose();
    announce(say('The earlier version was restored.'));
  };
  const onRestore = (): void => {
    void attempt(() => restore(article, revisionId).then(restored));
  };
  return (
    <Dialog
      title={say('Earlier version')}
      about={
        revision
          ? say('Kept on {time}', { time: fullTime(revision.createdAt) })
          : say('A version of this article that was kept.')
      }
      width="large"
      reading
      onClose={onClose}
      actions={
        <>
          <span className="flex-1 text-ink-2">{say('The current version is kept in History first.')}</span>
          <Button onClick={onClose}>{say('Close')}</Button>
          <Button look="main" disabled={readOnly || busy || !revision} onClick={onRestore}>
            {say('Restore this version')}
          </Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {error && <Banner tone="bad">{error.message}</Banner>}
      {revision && <StoryPreview story={revision.content} />}
      {!revision && !error && <Spinner label={say('Opening the earlier version')} />}
    </Dialog>
  );
}

/** Saves what is on the screen, so that main keeps it, and then restores the earlier version. */
async function restore(article: OpenArticle, id: Id): Promise<void> {
  if (!(await article.autosave.flush()))
    throw new NutgrafError(
      'not_saved',
      say('The current version is not saved, so nothing was restored. Save it first.'),
    );
  const result = await bridge.revisions.restore({ id, baseVersion: article.autosave.state().version });
  await openArticles.reload(article);
  if (result.kind === 'stale')
    throw new NutgrafError(
      'restore_stale',
      say(
        'Another window or program has just changed the article, so nothing was restored. Check it and try again.',
      ),
    );
}
