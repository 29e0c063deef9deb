export { ChangesDialog } from './ChangesDialog';
export { LicencesDialog } from './LicencesDialog';
export { ShortcutsDialog } from './ShortcutsDialog';
export { Tour } from './tour/Tour';
export { useDiagnosticsCommand } from './useDiagnosticsCommand';
