import { announce } from '#renderer/base/notices/announce';
import { runCommand, useCommand } from '#renderer/base/commands/commandBus';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { currentNotices, dismissNotice, showNotice } from '#renderer/base/notices/notices';
import { reportProblem } from '#renderer/base/notices/problems';
import { bridge } from '#renderer/bridge';
import type { Article } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';

/** The topic of the notice after an article went to the trash. */
const TRASH = 'trash';

/** Moves an article to the trash, and offers to take that back; what was typed into it is saved before. */
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

/** Takes the last move to the trash back, as long as its notice stands. False when none does. */
export function undoTrash(): boolean {
  const notice = currentNotices().find(({ topic }) => topic === TRASH);
  dismissNotice(TRASH);
  notice?.action?.run();
  return notice !== undefined;
}

function sayTrashed({ headline }: Article, putBack: () => Promise<void>): void {
  const name = headline === '' ? 'An article without a headline was' : `“${headline}” was`;
  showNotice({
    topic: TRASH,
    tone: 'info',
    text: `${name} moved to the trash.`,
    action: { label: 'Undo', run: () => void putBack().catch(reportProblem) },
  });
}

/** Carries out the commands on articles as a whole. */
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
    announce('Put back from the trash');
    goOn('editor');
  });
}
