import { runCommand, useCommand } from '#renderer/app/commandBus';
import { useNavigation } from '#renderer/app/NavigationProvider';
import { reportProblem } from '#renderer/app/problems';
import { desk } from '#renderer/desk';
import type { Id } from '#shared/domain/id';

/** Moves an article to the trash; what was typed into it is saved before. */
export function useTrash(): (id: Id) => Promise<void> {
  const { articleId } = useNavigation();
  return async (id) => {
    if (id === articleId) await runCommand('article.save');
    await desk.articles.trash({ id }).catch(reportProblem);
  };
}

/** Carries out the commands on articles as a whole. */
export function useArticleCommands(): void {
  const { articleId, sectionId, showView, openArticle } = useNavigation();
  const trash = useTrash();

  useCommand('article.new', async () => {
    const made = await desk.articles.create({ sectionId });
    if (sectionId === null) showView('draft');
    openArticle(made.id);
  });
  useCommand('article.trash', async () => {
    if (articleId !== null) await trash(articleId);
  });
  useCommand('article.restore', async () => {
    if (articleId !== null) await desk.articles.restore({ id: articleId });
  });
}
