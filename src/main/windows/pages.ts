import { join } from 'node:path';
import { app } from 'electron';
import { ORIGIN } from '../security/appFiles';
import { devServer } from './devServer';

const inApp = (...path: readonly string[]): string => join(app.getAppPath(), ...path);

/** What the build made, and the app's picture for windows that bear one: absolute paths. */
export const built = {
  interface: inApp('out', 'renderer'),
  preload: inApp('out', 'preload', 'index.cjs'),
  importWorker: inApp('out', 'main', 'importWorker.js'),
  exportWorker: inApp('out', 'main', 'exportWorker.js'),
  inspectionWorker: inApp('out', 'main', 'inspectionWorker.js'),
  icon: inApp('resources', 'icon.png'),
} as const;

/** Where the interface is loaded from: ours, or Vite's server while it is being developed. */
export function interfaceAddress(): { readonly origin: string; readonly page: string } {
  const server = devServer({ isPackaged: app.isPackaged, argv: process.argv, env: process.env });
  if (server === null) return { origin: ORIGIN, page: `${ORIGIN}/index.html` };
  return { origin: new URL(server).origin, page: server };
}
