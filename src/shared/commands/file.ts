import type { Command } from './command';
import { saying } from '../language/say';

export const fileCommands = {
  'article.new': {
    label: saying('New article'),
    menu: 'file',
    group: 'create',
    accelerator: 'CmdOrCtrl+N',
    needs: 'nothing',
    runs: 'window',
  },
  'import.files': {
    label: saying('Import…'),
    menu: 'file',
    group: 'import',
    accelerator: 'CmdOrCtrl+O',
    needs: 'nothing',
    runs: 'window',
  },
  'import.report': {
    label: saying('Import report'),
    menu: 'file',
    group: 'import',
    needs: 'article',
    runs: 'window',
  },
  'export.dialog': {
    label: saying('Export…'),
    menu: 'file',
    group: 'export',
    accelerator: 'CmdOrCtrl+Shift+E',
    needs: 'nothing',
    runs: 'window',
  },
  'article.save': {
    label: saying('Save now'),
    menu: 'file',
    group: 'save',
    accelerator: 'CmdOrCtrl+S',
    needs: 'writable',
    runs: 'window',
  },
  'article.trash': {
    label: saying('Move to trash'),
    menu: 'file',
    group: 'trash',
    needs: 'writable',
    runs: 'window',
  },
  'article.restore': {
    label: saying('Put back from trash'),
    menu: 'file',
    group: 'trash',
    needs: 'trashed',
    runs: 'window',
  },
  /** On macOS it stands in the app's own menu. */
  'app.settings': {
    label: saying('Settings…'),
    menu: 'file',
    group: 'settings',
    accelerator: 'CmdOrCtrl+,',
    needs: 'nothing',
    runs: 'window',
  },
} as const satisfies Record<string, Command>;
