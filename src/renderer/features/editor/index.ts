export { EditorPane } from './EditorPane';
export { insertLeftOut } from './insertLeftOut';
export { useAutosave, useOpenArticle } from './openArticle';
export type { OpenArticle } from './openArticles';
export { StatusBarEditor } from './saving/StatusBarEditor';
