import type { Command } from './command';

/** The commands of the menu, in its order. */
export const helpCommands = {
  'help.about': { label: 'About Nutgraf', menu: 'help', group: 'about', needs: 'nothing', runs: 'main' },
  'help.storeFolder': {
    label: 'Open the store’s folder',
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;
