import { readFileSync } from 'node:fs';
import { arch, release, type } from 'node:os';
import { join } from 'node:path';
import type { ContractHandlers } from '#shared/contract';
import { app, clipboard } from 'electron';
import { diagnostics } from '../../diagnostics/diagnostics';
import type { Services } from './services';

type PrivacyHandlers = Pick<ContractHandlers['app'], 'places' | 'copyDiagnostics'>;

/** What the room `app` says of where things are, and of what runs. */
export function privacyHandlers({ store, policy }: Pick<Services, 'store' | 'policy'>): PrivacyHandlers {
  const logFile = (): string => join(app.getPath('userData'), 'nutgraf.log');
  return {
    places: () => ({ store: store.folder, log: logFile() }),
    copyDiagnostics: async () => {
      await clipboard.writeText(diagnostics({ store, policy, versions: versions(), log: textOf(logFile()) }));
      return null;
    },
  };
}

function versions(): Readonly<Record<string, string>> {
  const { electron, chrome, node } = process.versions;
  return {
    Nutgraf: `${app.getVersion()}${app.isPackaged ? '' : ', from sources'}`,
    Electron: electron,
    Chromium: chrome,
    Node: node,
    System: `${type()} ${release()} ${arch()}`,
    Language: app.getLocale(),
  };
}

/** A log that was never written, or cannot be read, says nothing. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
