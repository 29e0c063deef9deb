import type { Command } from './command';
import { saying } from '../language/say';

export const insertCommands = {
  'insert.adSlot': {
    label: saying('Ad slot'),
    menu: 'insert',
    group: 'blocks',
    accelerator: 'CmdOrCtrl+Shift+A',
    needs: 'editing',
    runs: 'window',
  },
  'insert.image': {
    label: saying('Image…'),
    menu: 'insert',
    group: 'blocks',
    needs: 'editing',
    runs: 'window',
  },
  'insert.rule': {
    label: saying('Horizontal rule'),
    menu: 'insert',
    group: 'blocks',
    needs: 'editing',
    runs: 'window',
  },
  'insert.break': {
    label: saying('Line break'),
    menu: 'insert',
    group: 'blocks',
    needs: 'editing',
    runs: 'window',
  },
  'insert.hashtag': {
    label: saying('Hashtag'),
    menu: 'insert',
    group: 'hashtags',
    needs: 'writable',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
