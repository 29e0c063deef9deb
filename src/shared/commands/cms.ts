import { everyCms } from '../domain/cmsKindWords';
import type { Command } from './command';
import { say, saying } from '../language/say';

export const cmsCommands = {
  'cms.send': {
    label: () => say('Send to {cms}', { cms: everyCms() }),
    menu: 'cms',
    group: 'send',
    accelerator: 'CmdOrCtrl+Enter',
    needs: 'sendable',
    runs: 'window',
  },
  'cms.sync': {
    label: saying('Send everything waiting'),
    menu: 'cms',
    group: 'send',
    needs: 'account',
    runs: 'main',
  },
  'cms.addAccount': {
    label: saying('Add account…'),
    menu: 'cms',
    group: 'accounts',
    needs: 'nothing',
    runs: 'window',
  },
  'cms.accounts': {
    label: saying('Accounts…'),
    menu: 'cms',
    group: 'accounts',
    needs: 'account',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
