import { type ComponentType, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';

interface OpenProps {
  readonly onClose: () => void;
}

/** Handles the command that opens the settings, whose script is loaded then. */
export function SettingsDialog() {
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<{ readonly Settings: ComponentType<OpenProps> } | null>(null);
  useCommand('app.settings', async () => {
    setLoaded(loaded ?? (await import('./Settings')));
    setOpen(true);
  });
  return isOpen && loaded ? <loaded.Settings onClose={() => setOpen(false)} /> : null;
}
