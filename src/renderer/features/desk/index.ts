export { EmptyDesk } from './EmptyDesk';
export { ListPane } from './ListPane';
export { Rail } from './Rail';
export { useEmptyDesk } from './useEmptyDesk';
