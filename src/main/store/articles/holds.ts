import { NutgrafError } from '#shared/domain/failure';
import { type HeldArticle, holdWords, holdsOn, requireReleased } from '#shared/domain/hold';
import type { ExportSelection } from '#shared/domain/exportJob';
import type { Id } from '#shared/domain/id';
import type { Store } from '../store';
import { statement } from '../sql/statement';
import { write } from '../sql/write';
import { selectArticleIds } from './articleList';
import { getArticle } from './articles';
import { keepRevision } from './revisions';

/** Those of a selection that are held back now. A damaged article is reported by whoever reads it. */
export function listHeld(store: Store, selection: ExportSelection): readonly HeldArticle[] {
  // The same condition as the index's, so that the index is used.
  const held = statement<[], Id>(
    store.db,
    'SELECT id FROM articles WHERE embargo IS NOT NULL OR legal_hold IS NOT NULL ORDER BY created_at, id',
  )
    .pluck()
    .all();
  if (held.length === 0) return [];
  const chosen = new Set(selectArticleIds(store, selection));
  return held.filter((id) => chosen.has(id)).flatMap((id) => heldOf(store, id) ?? []);
}

function heldOf(store: Store, id: Id): HeldArticle | null {
  try {
    const article = getArticle(store, id);
    const holds = holdsOn(article, store.now());
    return holds.length === 0 ? null : { id, headline: article.headline, why: holdWords(holds) };
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code === 'article_damaged') return null;
    throw thrown;
  }
}

/**
 * Lets an article go out: at once if nothing holds it back, otherwise only for a reason, which its history keeps.
 * `told` says how it goes out: "Sent to City desk while under embargo: agreed with the source". Returns the keys of the
 * holds that were overridden. Throws NutgrafError
 * `article_held`.
 */
export function letLeave(
  store: Store,
  id: Id,
  told: (holds: string, reason: string) => string,
  reason: string | null,
): readonly string[] {
  const article = getArticle(store, id);
  const holds = holdsOn(article, store.now());
  if (reason === null) requireReleased(article, store.now());
  else if (holds.length > 0)
    write(store, () => keepRevision(store, id, 'override', told(holdWords(holds), reason)));
  return holds.map(({ key }) => key);
}
