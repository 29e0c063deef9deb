import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import type { ListView } from '#shared/domain/article';
import { type Id, id } from '#shared/domain/id';
import { type Listed, move, type Place, START } from './navigation';

/** The window's current place and the ways to go elsewhere. */
export interface Navigation extends Place {
  readonly showView: (view: ListView) => void;
  readonly showSection: (sectionId: Id) => void;
  readonly search: (query: string) => void;
  /** Null closes the open article. */
  readonly openArticle: (articleId: Id | null) => void;
  /** Opens an article, and lets the list show it. */
  readonly revealArticle: (article: Listed) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

/** The open article is opened again at the next start. */
const OPEN_ARTICLE = 'nutgraf.openArticle';

function rememberedPlace(): Place {
  const remembered = id.safeParse(localStorage.getItem(OPEN_ARTICLE));
  return { ...START, articleId: remembered.success ? remembered.data : null };
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useReducer(move, null, rememberedPlace);

  useEffect(() => {
    if (place.articleId === null) localStorage.removeItem(OPEN_ARTICLE);
    else localStorage.setItem(OPEN_ARTICLE, place.articleId);
  }, [place.articleId]);

  const navigation = useMemo<Navigation>(
    () => ({
      ...place,
      showView: (view) => go({ kind: 'view', view }),
      showSection: (sectionId) => go({ kind: 'section', sectionId }),
      search: (query) => go({ kind: 'search', query }),
      openArticle: (articleId) => go({ kind: 'open', articleId }),
      revealArticle: (article) => go({ kind: 'reveal', article }),
    }),
    [place],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation stands outside its provider');
  return navigation;
}
