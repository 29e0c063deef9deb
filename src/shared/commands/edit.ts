import type { Command } from './command';
import { saying } from '../language/say';

export const editCommands = {
  'edit.undo': {
    label: saying('Undo'),
    menu: 'edit',
    group: 'history',
    accelerator: 'CmdOrCtrl+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'edit.redo': {
    label: saying('Redo'),
    menu: 'edit',
    group: 'history',
    accelerator: 'CmdOrCtrl+Shift+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'palette.open': {
    label: saying('Command palette…'),
    menu: 'edit',
    group: 'find',
    accelerator: 'CmdOrCtrl+K',
    needs: 'nothing',
    runs: 'window',
  },
  'article.search': {
    label: saying('Search articles'),
    menu: 'edit',
    group: 'find',
    accelerator: 'CmdOrCtrl+Shift+F',
    needs: 'nothing',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
