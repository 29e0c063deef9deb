import { announce } from '#renderer/base/notices/announce';
import { runCommand, useCommand } from '#renderer/base/commands/commandBus';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { currentNotices, dismissNotice, showNotice, reportProblem } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import type { Article } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';

/** The topic of the notice after an article was moved to the trash. */
const TRASH = 'trash';

/** Moves an article to the trash, after saving what was typed, and offers to undo that. */
export function useTrash(): (id: Id) => Promise<void> {
  const { articleId, revealArticle } = useNavigation();
  return async (id) => {
    if (id === articleId) await runCommand('article.save');
    try {
      sayTrashed(await bridge.articles.trash({ id }), async () =>
        revealArticle(await bridge.articles.restore({ id })),
      );
    } catch (thrown) {
      reportProblem(thrown);
    }
  };
}

/** Undoes the last move to the trash while its notice is shown. False when there is none. */
export function undoTrash(): boolean {
  const notice = currentNotices().find(({ topic }) => topic === TRASH);
  dismissNotice(TRASH);
  notice?.action?.run();
  return notice !== undefined;
}

function sayTrashed({ headline }: Article, putBack: () => Promise<void>): void {
  showNotice({
    topic: TRASH,
    tone: 'info',
    text:
      headline === ''
        ? say('An article without a headline was moved to the trash.')
        : say('“{headline}” was moved to the trash.', { headline }),
    action: { label: say('Undo'), run: () => void putBack().catch(reportProblem) },
  });
}

/** Handles the commands on whole articles. */
export function useArticleCommands(): void {
  const { articleId, sectionId, revealArticle } = useNavigation();
  const trash = useTrash();

  useCommand('article.new', async () => {
    revealArticle(await bridge.articles.create({ sectionId }));
  });
  useCommand('article.trash', async () => {
    if (articleId !== null) await trash(articleId);
  });
  useCommand('article.restore', async () => {
    dismissNotice(TRASH);
    if (articleId === null) return;
    revealArticle(await bridge.articles.restore({ id: articleId }));
    announce(say('Put back from the trash'));
    goOn('editor');
  });
}
