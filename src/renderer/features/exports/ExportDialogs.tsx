import { useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { ExportDialog } from './ExportDialog';

/** Carries out the export command. */
export function ExportDialogs() {
  const [open, setOpen] = useState(false);
  useCommand('export.dialog', () => setOpen(true));
  return open ? <ExportDialog onClose={() => setOpen(false)} /> : null;
}
