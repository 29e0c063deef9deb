import { join } from 'node:path';
import type { Id } from '#shared/domain/id';
import { spokenLanguage } from '#shared/language/say';
import { app } from 'electron';
import { ORIGIN } from '../security/appFiles';
import { devServer } from './devServer';

const inApp = (...path: readonly string[]): string => join(app.getAppPath(), ...path);

/** What the build made, and the app's icon for windows that have one: absolute paths. */
export const built = {
  interface: inApp('out', 'renderer'),
  /** A package has it beside its archive, where people find it too. */
  licences: app.isPackaged
    ? join(process.resourcesPath, 'THIRD-PARTY-NOTICES.txt')
    : inApp('out', 'renderer', 'THIRD-PARTY-NOTICES.txt'),
  changes: app.isPackaged ? join(process.resourcesPath, 'CHANGELOG.md') : inApp('CHANGELOG.md'),
  /** The stories of the sample desk, beside the archive too: a worker reads them as files. */
  sampleStories: app.isPackaged
    ? join(process.resourcesPath, 'sample-desk')
    : inApp('resources', 'sample-desk'),
  preload: inApp('out', 'preload', 'index.cjs'),
  importWorker: inApp('out', 'main', 'importWorker.js'),
  exportWorker: inApp('out', 'main', 'exportWorker.js'),
  inspectionWorker: inApp('out', 'main', 'inspectionWorker.js'),
  icon: inApp('resources', 'window-icon.png'),
} as const;

/** Where the interface is loaded from: our files, or Vite's server in development. */
export function interfaceAddress(): { readonly origin: string; readonly page: string } {
  const server = devServer({ isPackaged: app.isPackaged, argv: process.argv, env: process.env });
  if (server === null) return { origin: ORIGIN, page: `${ORIGIN}/index.html` };
  return { origin: new URL(server).origin, page: server };
}

/**
 * The page's address with the language that it speaks and the article that it opens with. The page has them without
 * asking anybody, and keeps the article true, so that the page that follows a crash opens with the same one.
 */
export function withStart(page: string, article: Id | null): string {
  const address = new URL(page);
  address.searchParams.set('language', spokenLanguage());
  if (article !== null) address.searchParams.set('article', article);
  return address.href;
}
