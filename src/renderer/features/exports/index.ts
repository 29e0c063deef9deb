export { ExportDialogs } from './ExportDialog';
export { ExportStatus, showExports } from './ExportStatus';
