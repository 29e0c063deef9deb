import type { Command } from './command';

export const helpCommands = {
  'help.sampleDesk': {
    label: 'Open a sample desk',
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'main',
  },
  'help.shortcuts': {
    label: 'Keyboard shortcuts',
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'window',
  },
  'help.changes': {
    label: 'What’s new',
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'window',
  },
  'help.about': { label: 'About Nutgraf', menu: 'help', group: 'about', needs: 'nothing', runs: 'main' },
  'help.licences': { label: 'Licences', menu: 'help', group: 'about', needs: 'nothing', runs: 'window' },
  'help.updates': {
    label: 'Check for updates…',
    menu: 'help',
    group: 'updates',
    needs: 'nothing',
    runs: 'window',
  },
  /** For a report of a fault: what Nutgraf is and did, and nothing of what a person wrote. */
  'help.diagnostics': {
    label: 'Copy diagnostics',
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'window',
  },
  'help.storeFolder': {
    label: 'Open the store’s folder',
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;
