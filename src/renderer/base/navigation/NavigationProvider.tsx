import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer, useRef } from 'react';
import type { ListView } from '#shared/domain/article';
import { type Id, id } from '#shared/domain/id';
import { bridge } from '../../bridge';
import { reportProblem } from '../notices/notices';
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

/** Where the page's address names the open article. Main gives it there, so that the first frame waits for nobody. */
const ARTICLE = 'article';

function placeOfAddress(): Place {
  const named = id.safeParse(new URLSearchParams(location.search).get(ARTICLE));
  return { ...START, articleId: named.success ? named.data : null };
}

/** Keeps the address true, for the page that follows a crash, and main, for the next start. */
function useToldArticle(articleId: Id | null): void {
  const told = useRef(articleId);
  useEffect(() => {
    if (told.current === articleId) return;
    told.current = articleId;
    const address = new URL(location.href);
    if (articleId === null) address.searchParams.delete(ARTICLE);
    else address.searchParams.set(ARTICLE, articleId);
    history.replaceState(null, '', address);
    bridge.app.opened({ articleId }).catch(reportProblem);
  }, [articleId]);
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [place, go] = useReducer(move, null, placeOfAddress);
  useToldArticle(place.articleId);

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
