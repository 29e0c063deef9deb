import { everyCms } from '../domain/cmsKindWords';
import type { Command } from './command';

export const cmsCommands = {
  'cms.send': {
    label: `Send to ${everyCms}`,
    menu: 'cms',
    group: 'send',
    accelerator: 'CmdOrCtrl+Enter',
    needs: 'sendable',
    runs: 'window',
  },
  'cms.sync': {
    label: 'Send everything waiting',
    menu: 'cms',
    group: 'send',
    needs: 'account',
    runs: 'main',
  },
  'cms.addAccount': {
    label: 'Add account…',
    menu: 'cms',
    group: 'accounts',
    needs: 'nothing',
    runs: 'window',
  },
  'cms.accounts': { label: 'Accounts…', menu: 'cms', group: 'accounts', needs: 'account', runs: 'window' },
} as const satisfies Record<string, Command>;
