import '#shared/jitless';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toFailure } from '#shared/domain/failure';
import { app, dialog } from 'electron';
import { startApp } from './app';
import { registerAppScheme } from './security/appProtocol';
import { storeFailure } from './store/storeFailure';
import { namedStore, storeFolder } from './storeFolder';

/** Says why the app can't start, and ends it: nothing has been changed. */
function refuseToStart(thrown: unknown): void {
  const { message, detail } = toFailure(thrown);
  process.stderr.write(`nutgraf: ${message} ${typeof detail === 'string' ? detail : ''}\n`);
  dialog.showErrorBox('Nutgraf cannot open its store', message);
  app.exit(1);
}

/** Electron holds `ready` back until this module has run, so nothing here may wait for it. */
function main(): void {
  const folder = namedStore(process.argv) ?? storeFolder();
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    return refuseToStart(storeFailure(thrown));
  }
  app.setPath('userData', join(folder, 'browser'));
  // The lock lies in userData: one app a store; a second start brings the first one's window to the front.
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  registerAppScheme();
  void app
    .whenReady()
    .then(() => startApp(folder))
    .catch(refuseToStart);
}

main();
