import { useQuery } from '@tanstack/react-query';
import type { Id } from '#shared/domain/id';
import { NutgrafError } from '#shared/domain/failure';
import { fullTime } from '#shared/domain/fullTime';
import { announce } from '#renderer/base/notices/announce';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { openArticles, StoryPreview } from '#renderer/features/editor';
import type { OpenArticle } from '#renderer/features/editor';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { Spinner } from '#renderer/ui/Spinner';
import type { TabProps } from './tabProps';

interface RevisionDialogProps extends TabProps {
  readonly revisionId: Id;
  readonly onClose: () => void;
}

/** An earlier text to read, and the way back to it. */
export function RevisionDialog({ article, readOnly, revisionId, onClose }: RevisionDialogProps) {
  const { data: revision, error } = useQuery({
    queryKey: ['revision', revisionId],
    queryFn: () => bridge.revisions.get({ id: revisionId }),
  });
  const { busy, problem, attempt } = useAttempt();
  const restored = (): void => {
    onClose();
    announce('The earlier text was restored.');
  };
  const onRestore = (): void => {
    void attempt(() => restore(article, revisionId).then(restored));
  };
  return (
    <Dialog
      title="Earlier text"
      about={revision ? `Kept on ${fullTime(revision.createdAt)}` : 'A text of this article that was kept.'}
      width="large"
      reading
      onClose={onClose}
      actions={
        <>
          <span className="flex-1 text-ink-2">The present text is kept in History first.</span>
          <Button onClick={onClose}>Close</Button>
          <Button look="main" disabled={readOnly || busy || !revision} onClick={onRestore}>
            Restore this text
          </Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {error && <Banner tone="bad">{error.message}</Banner>}
      {revision && <StoryPreview story={revision.content} />}
      {!revision && !error && <Spinner label="Reading the earlier text" />}
    </Dialog>
  );
}

/** Commits what is on the screen, so that it is what main keeps, and then brings the earlier text back. */
async function restore(article: OpenArticle, id: Id): Promise<void> {
  if (!(await article.autosave.flush()))
    throw new NutgrafError(
      'not_saved',
      'The present text is not saved, so nothing was restored. Save it first.',
    );
  const result = await bridge.revisions.restore({ id, baseVersion: article.autosave.state().version });
  await openArticles.reload(article);
  if (result.kind === 'stale')
    throw new NutgrafError(
      'restore_stale',
      'Another window or program changed the article just now, so nothing was restored. Look at it and try again.',
    );
}
