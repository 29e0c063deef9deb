import type { Article, SaveResult } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import type { MainBridge } from '#renderer/bridge';
import type { AutosavePorts } from './autosave/runAutosave';
import { contentOf, patchOf } from './autosave/story';
import type { OpenArticle } from './openArticle';

type Articles = MainBridge['articles'];
type Save = Parameters<AutosavePorts['save']>[0];

/**
 * Reads an open article. A store that was damaged while it was open may have been put together again without it, or
 * with an earlier version: then it gets back what was saved here before.
 */
export async function readOrBringBack(articles: Articles, article: OpenArticle): Promise<Article> {
  const { version } = article.autosave.state();
  const stored = await orNull(articles.get({ id: article.id }));
  return stored !== null && stored.version >= version ? stored : bringBack(articles, article);
}

/** Saves over an article; over one that the store has no more, or only in an earlier version, once it is back. */
export async function saveOrBringBack(
  articles: Articles,
  article: OpenArticle,
  save: Save,
): Promise<SaveResult> {
  const result = await orNull(saveWholeIfNeeded(articles, article, save));
  if (result !== null && (result.kind === 'saved' || result.version >= save.baseVersion)) return result;
  const current = await bringBack(articles, article);
  return { kind: 'stale', version: current.version, changed: [], current };
}

/** Sends the whole body where the store does not have what the change of it changes. */
async function saveWholeIfNeeded(
  articles: Articles,
  { id, autosave }: OpenArticle,
  save: Save,
): Promise<SaveResult> {
  const { saved, saving } = autosave.state();
  try {
    return await articles.save({ id, ...save });
  } catch (thrown) {
    const isUnknown = thrown instanceof NutgrafError && thrown.code === 'base_unknown';
    if (!isUnknown || saving.kind !== 'sending') throw thrown;
    return articles.save({ id, ...save, patch: patchOf(saved, saving.sent) });
  }
}

function bringBack(articles: Articles, { id, autosave, card }: OpenArticle): Promise<Article> {
  const { version, saved } = autosave.state();
  const { createdAt, trashedAt } = card.get();
  return articles.bringBack({ id, version, createdAt, trashedAt, content: contentOf(saved) });
}

/** Null for an article that is not there; other failures stay what they are. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code === 'article_not_found') return null;
    throw thrown;
  }
}
