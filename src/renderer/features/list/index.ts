export { NoArticles } from './NoArticles';
export { ListPane } from './ListPane';
export { Rail } from './Rail';
export { useNoArticles } from './NoArticles';
