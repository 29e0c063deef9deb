import type { DeskView } from '#shared/domain/article';
import { assertNever } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';

/** Where the window stands: what the list shows, and which article is open. */
export interface Place {
  readonly view: DeskView;
  readonly sectionId: Id | null;
  readonly query: string;
  readonly articleId: Id | null;
}

export const START: Place = { view: 'draft', sectionId: null, query: '', articleId: null };

export type Move =
  | { readonly kind: 'view'; readonly view: DeskView }
  | { readonly kind: 'section'; readonly sectionId: Id }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'open'; readonly articleId: Id | null };

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
    default:
      return assertNever(to);
  }
}

/** Which articles a list shows. */
export type Listing = Pick<Place, 'view' | 'sectionId' | 'query'>;

/** What the list shows: a search goes over every desk, except that the trash is searched by itself. */
export function listing({ view, sectionId, query }: Place): Listing {
  const words = query.trim();
  if (words === '') return { view, sectionId, query: '' };
  return { view: view === 'trash' ? 'trash' : 'all', sectionId: null, query: words };
}
