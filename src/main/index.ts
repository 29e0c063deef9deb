import '#shared/jitless';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFailure } from '#shared/domain/failure';
import { app, dialog } from 'electron';
import { startApp } from './app';
import { registerAppScheme } from './security/appProtocol';
import { storeFailure } from './store/disk/storeFailure';
import { makeWritable } from './store/disk/writable';
import { namedStore, storeFolder } from './storeFolder';
import { showRefusal } from './windows/refusalWindow';

/** Says why the app can't start, in a window and on standard error, and ends it: nothing has been changed. */
async function refuseToStart(folder: string, thrown: unknown): Promise<void> {
  const { message, detail: found } = toFailure(storeFailure(thrown));
  const detail = typeof found === 'string' ? found : null;
  process.stderr.write(`nutgraf: ${message} ${detail ?? ''}\n`);
  try {
    await app.whenReady();
    // The window's end would else be the app's, with the code of one that ended well.
    app.on('window-all-closed', () => undefined);
    await showRefusal({ message, folder, detail });
  } catch {
    dialog.showErrorBox('Nutgraf cannot open its store', message);
  }
  app.exit(1);
}

/** Chromium cannot show a window without a folder that it may write to. */
function borrowBrowserFolder(): void {
  const borrowed = mkdtempSync(join(tmpdir(), 'nutgraf-'));
  app.setPath('userData', borrowed);
  process.once('exit', () => rmSync(borrowed, { recursive: true, force: true }));
}

/** A second start on one store is none: Chromium has brought the first one's window to the front. */
function leaveToFirst(folder: string): void {
  process.stderr.write(
    `nutgraf: Nutgraf has this store open already (${folder}): its window was brought to the front.\n`,
  );
  app.exit(0);
}

/** Electron holds `ready` back until this module has run, so nothing here may wait for it. */
function main(): void {
  const folder = namedStore(process.argv) ?? storeFolder();
  const browserFolder = join(folder, 'browser');
  try {
    makeWritable(folder);
    makeWritable(browserFolder);
  } catch (thrown) {
    borrowBrowserFolder();
    return void refuseToStart(folder, thrown);
  }
  app.setPath('userData', browserFolder);
  // The lock lies in userData: one app a store.
  if (!app.requestSingleInstanceLock()) return leaveToFirst(folder);
  registerAppScheme();
  // What Chromium sends again by itself over these may have been done already: see siteFetch.
  for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name);
  void app
    .whenReady()
    .then(() => startApp(folder))
    .catch((thrown: unknown) => refuseToStart(folder, thrown));
}

main();
