import type { ArticleRow, ListView } from '#shared/domain/article';
import { assertNever } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';

/** The window's current place: what the list shows, and which article is open. */
export interface Place {
  readonly view: ListView;
  readonly sectionId: Id | null;
  readonly query: string;
  readonly articleId: Id | null;
  /** Grows when the list must bring the open article's row into view. */
  readonly reveals: number;
}

/** What determines where an article is listed. */
export type Listed = Pick<ArticleRow, 'id' | 'status' | 'sectionId' | 'trashedAt'>;

export const START: Place = { view: 'draft', sectionId: null, query: '', articleId: null, reveals: 0 };

export type Move =
  | { readonly kind: 'view'; readonly view: ListView }
  | { readonly kind: 'section'; readonly sectionId: Id }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'open'; readonly articleId: Id | null }
  /** Opens an article that was just created, or that a command brings up: the list shows and selects it. */
  | { readonly kind: 'reveal'; readonly article: Listed };

export function move(place: Place, to: Move): Place {
  switch (to.kind) {
    case 'view':
      return { ...place, view: to.view, sectionId: null, query: '' };
    case 'section':
      return { ...place, view: 'all', sectionId: to.sectionId, query: '' };
    case 'search':
      return { ...place, query: to.query };
    case 'open':
      return { ...place, articleId: to.articleId };
    case 'reveal':
      return { ...place, ...listOf(place, to.article), articleId: to.article.id, reveals: place.reveals + 1 };
    default:
      return assertNever(to);
  }
}

/** The current list, if the article is in it; otherwise the view it belongs to. */
function listOf(place: Place, { status, sectionId, trashedAt }: Listed): Listing {
  const { view } = place;
  const inSection = place.sectionId === null || place.sectionId === sectionId;
  const isShown = trashedAt === null ? view === 'all' || view === status : view === 'trash';
  if (place.query.trim() === '' && inSection && isShown)
    return { view, sectionId: place.sectionId, query: '' };
  const itsView = status === 'killed' ? 'all' : status;
  return { view: trashedAt === null ? itsView : 'trash', sectionId: null, query: '' };
}

/** Which articles a list shows. */
export type Listing = Pick<Place, 'view' | 'sectionId' | 'query'>;

/** What the list shows: a search covers every view, except that the trash is searched separately. */
export function listing({ view, sectionId, query }: Place): Listing {
  const words = query.trim();
  if (words === '') return { view, sectionId, query: '' };
  return { view: view === 'trash' ? 'trash' : 'all', sectionId: null, query: words };
}

export function isSameListing(one: Listing, other: Listing): boolean {
  return one.view === other.view && one.sectionId === other.sectionId && one.query === other.query;
}
