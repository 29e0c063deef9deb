import type { InfiniteData } from '@tanstack/react-query';
import type { ArticleRow } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import type { Section } from '#shared/domain/section';
import type { Listing } from '../navigation/navigation';

/** Where a list goes on: the last row's place in it. */
export type ListCursor = Pick<ArticleRow, 'updatedAt' | 'id'>;

export interface ListPage {
  readonly rows: readonly ArticleRow[];
  readonly next: ListCursor | null;
  readonly total: number;
}

export type ListPages = InfiniteData<ListPage>;

/** What says in which lists an article stands. */
export type ListPlace = Pick<ArticleRow, 'status' | 'sectionId' | 'trashedAt'>;

/** Whether an article stands in a list that shows all of its view and section, as one does without a search. */
export function isListed(
  { view, sectionId }: Listing,
  place: ListPlace,
  sections: readonly Section[],
): boolean {
  const isInView = place.trashedAt === null ? view === 'all' || view === place.status : view === 'trash';
  return isInView && (sectionId === null || isInside(sections, place.sectionId, sectionId));
}

/** Whether a section is that one or lies below it. */
function isInside(sections: readonly Section[], from: Id | null, section: Id): boolean {
  const seen = new Set<Id>();
  let id = from;
  while (id !== null && !seen.has(id)) {
    if (id === section) return true;
    seen.add(id);
    const here: Id = id;
    id = sections.find((other) => other.id === here)?.parentId ?? null;
  }
  return false;
}

/**
 * What has been read of a list, newest first, now that one article is as `row` says; `isIn` and `wasIn` say whether
 * it stands, and stood, in that list at all; `wasIn` null: nobody knows. Null where only the store can tell how many
 * there are now.
 */
export function withRow(
  data: ListPages,
  row: ArticleRow,
  isIn: boolean,
  wasIn: boolean | null,
): ListPages | null {
  const isShown = data.pages.some(({ rows }) => rows.some(({ id }) => id === row.id));
  const isWhole = data.pages.at(-1)?.next === null;
  const wasListed = isShown || (isWhole ? false : wasIn);
  if (wasListed === null) return null;
  const change = Number(isIn) - Number(wasListed);
  if (!isShown && !isIn && change === 0) return data;
  const at = isIn ? pageFor(data.pages, row) : null;
  return { ...data, pages: data.pages.map((page, index) => paged(page, row, index === at, change)) };
}

/** The page on which a row stands; null beyond the last that was read. */
function pageFor(pages: readonly ListPage[], row: ArticleRow): number | null {
  const at = pages.findIndex(({ next }) => next === null || !isNewer(next, row));
  return at === -1 ? null : at;
}

function paged(page: ListPage, row: ArticleRow, isItsPage: boolean, change: number): ListPage {
  const others = page.rows.filter(({ id }) => id !== row.id);
  const at = others.findIndex((other) => isNewer(row, other));
  const rows = isItsPage ? others.toSpliced(at === -1 ? others.length : at, 0, row) : others;
  return { ...page, rows, total: page.total + change };
}

/** The order of every list: by time, and of one time by id. */
const isNewer = (one: ListCursor, other: ListCursor): boolean =>
  one.updatedAt === other.updatedAt ? one.id > other.id : one.updatedAt > other.updatedAt;
