import type { Command } from './command';
import { saying } from '../language/say';

export const windowCommands = {
  'window.new': {
    label: saying('New window'),
    menu: 'window',
    group: 'open',
    accelerator: 'CmdOrCtrl+Shift+N',
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;
