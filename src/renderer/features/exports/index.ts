export { ExportDialogs } from './ExportDialogs';
export { ExportStatus } from './ExportStatus';
