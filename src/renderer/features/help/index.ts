export { LicencesDialog } from './LicencesDialog';
