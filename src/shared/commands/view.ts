import type { Command } from './command';

/** The commands of the menu, in its order. */
export const viewCommands = {
  'view.list': {
    label: 'Go to the list',
    menu: 'view',
    group: 'panes',
    accelerator: 'CmdOrCtrl+1',
    needs: 'nothing',
    runs: 'window',
  },
  'view.editor': {
    label: 'Go to the text',
    menu: 'view',
    group: 'panes',
    accelerator: 'CmdOrCtrl+2',
    needs: 'article',
    runs: 'window',
  },
  'view.inspector': {
    label: 'Show or hide the inspector',
    menu: 'view',
    group: 'panes',
    accelerator: 'CmdOrCtrl+3',
    needs: 'nothing',
    runs: 'window',
  },
  'view.themeSystem': {
    label: 'Theme: as the system',
    menu: 'view',
    group: 'theme',
    needs: 'nothing',
    runs: 'main',
  },
  'view.themeLight': { label: 'Theme: light', menu: 'view', group: 'theme', needs: 'nothing', runs: 'main' },
  'view.themeDark': { label: 'Theme: dark', menu: 'view', group: 'theme', needs: 'nothing', runs: 'main' },
  'sections.edit': {
    label: 'Edit sections…',
    menu: 'view',
    group: 'sections',
    needs: 'nothing',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
