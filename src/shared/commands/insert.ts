import type { Command } from './command';

export const insertCommands = {
  'insert.adSlot': {
    label: 'Ad slot',
    menu: 'insert',
    group: 'blocks',
    accelerator: 'CmdOrCtrl+Shift+A',
    needs: 'editing',
    runs: 'window',
  },
  'insert.image': { label: 'Image…', menu: 'insert', group: 'blocks', needs: 'editing', runs: 'window' },
  'insert.rule': {
    label: 'Horizontal rule',
    menu: 'insert',
    group: 'blocks',
    needs: 'editing',
    runs: 'window',
  },
  'insert.break': { label: 'Line break', menu: 'insert', group: 'blocks', needs: 'editing', runs: 'window' },
  'insert.hashtag': {
    label: 'Hashtag',
    menu: 'insert',
    group: 'hashtags',
    needs: 'writable',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
