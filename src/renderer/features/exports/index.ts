export { ExportDialogs } from './ExportDialog';
export { ExportStatus } from './ExportStatus';
