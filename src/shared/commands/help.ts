import type { Command } from './command';
import { saying } from '../language/say';

export const helpCommands = {
  'help.tour': {
    label: saying('Take the tour'),
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'window',
  },
  'help.sampleDesk': {
    label: saying('Open a sample desk'),
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'main',
  },
  'help.shortcuts': {
    label: saying('Keyboard shortcuts'),
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'window',
  },
  'help.changes': {
    label: saying('What’s new'),
    menu: 'help',
    group: 'learn',
    needs: 'nothing',
    runs: 'window',
  },
  'help.about': {
    label: saying('About Nutgraf'),
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'main',
  },
  'help.licences': {
    label: saying('Licences'),
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'window',
  },
  'help.updates': {
    label: saying('Check for updates…'),
    menu: 'help',
    group: 'updates',
    needs: 'nothing',
    runs: 'window',
  },
  /** For a report of a fault: what Nutgraf is and did, and nothing of what a person wrote. */
  'help.diagnostics': {
    label: saying('Copy diagnostics'),
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'window',
  },
  'help.storeFolder': {
    label: saying('Open the store’s folder'),
    menu: 'help',
    group: 'about',
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;
