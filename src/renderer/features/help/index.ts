export { ChangesDialog } from './ChangesDialog';
export { LicencesDialog } from './LicencesDialog';
export { ShortcutsDialog } from './ShortcutsDialog';
export { useDiagnosticsCommand } from './useDiagnosticsCommand';
