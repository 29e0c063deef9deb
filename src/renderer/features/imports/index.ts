export { ImportDialogs } from './ImportDialogs';
export { ImportStatus } from './ImportStatus';
export { followImport, showImport } from './useStartedImports';
