import type { Command } from './command';

export const windowCommands = {
  'window.new': {
    label: 'New window',
    menu: 'window',
    group: 'open',
    accelerator: 'CmdOrCtrl+Shift+N',
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;
