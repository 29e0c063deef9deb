import type { Command } from './command';

export const editCommands = {
  'edit.undo': {
    label: 'Undo',
    menu: 'edit',
    group: 'history',
    accelerator: 'CmdOrCtrl+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'edit.redo': {
    label: 'Redo',
    menu: 'edit',
    group: 'history',
    accelerator: 'CmdOrCtrl+Shift+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'palette.open': {
    label: 'Command palette…',
    menu: 'edit',
    group: 'find',
    accelerator: 'CmdOrCtrl+K',
    needs: 'nothing',
    runs: 'window',
  },
  'article.search': {
    label: 'Search articles',
    menu: 'edit',
    group: 'find',
    accelerator: 'CmdOrCtrl+Shift+F',
    needs: 'nothing',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
