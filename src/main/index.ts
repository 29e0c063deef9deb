import '#shared/jitless';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NutgrafError, toFailure } from '#shared/domain/failure';
import { BrowserWindow, Menu, app, dialog } from 'electron';
import { startApp } from './app';
import { readStart } from './cli/commandWords';
import { isAppAddress } from '#shared/domain/appAddress';
import { bestLanguage } from '#shared/language/languages';
import { speakLanguage } from '#shared/language/speakLanguage';
import { type OpenWords, canHandOver, openRequests } from './windows/openRequests';
import { registerAppScheme } from './security/appProtocol';
import { startLanguage } from '#shared/language/startLanguage';
import { say } from '#shared/language/say';
import { openLog } from './log';
import { policyFiles } from './policy/policyFiles';
import { readPolicies } from './policy/readPolicies';
import { mayOfferTour } from './firstStart';
import { makeWritable } from './store/disk/writable';
import { notedFailure } from './store/safety/recoveryMark';
import { SAMPLE_DESK, emptyIfMarked, sampleDeskOf } from './sampleDesk';
import { namedStore, storeFolder, thisMachine } from './storeFolder';
import { cutTrialShort, forgetTry } from './updates/place';
import { built } from './windows/pages';
import { keptLanguage } from './windows/keptLanguage';
import { showRefusal } from './windows/refusalWindow';

/** Says why the app can't start, in a window and on standard error, and ends it. */
async function refuseToStart(folder: string, thrown: unknown): Promise<void> {
  const failure = notedFailure(folder, thrown);
  const isOfStore = failure instanceof NutgrafError;
  const { message, detail: found } = toFailure(isOfStore ? failure : brokenApp(thrown));
  const detail = typeof found === 'string' ? found : null;
  if (isOfStore) process.stderr.write(`nutgraf: ${message} ${detail ?? ''}\n`);
  else openLog(join(app.getPath('userData'), 'nutgraf.log'), Date.now)('start', thrown);
  const ofStore = (code: string): string =>
    tooMuchCodes.has(code)
      ? say('Nutgraf cannot open so much at once')
      : say('Nutgraf cannot open its store');
  const title = isOfStore ? ofStore(failure.code) : say('Nutgraf cannot start');
  try {
    await app.whenReady();
    // The window's end would else be the app's, with the code of one that ended well; and no other may open.
    for (const event of ['window-all-closed', 'second-instance', 'activate'] as const)
      app.removeAllListeners(event);
    app.on('window-all-closed', () => undefined);
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    await showRefusal({ title, message, folder, detail });
  } catch {
    dialog.showErrorBox(title, message);
  }
  app.exit(1);
}

const tooMuchCodes: ReadonlySet<string> = new Set(['too_many_files', 'long_address']);

/** Why a start that has more words than it can hand over opens nothing. */
const tooMuch = (words: OpenWords): NutgrafError =>
  words.some(isAppAddress)
    ? new NutgrafError(
        'long_address',
        say(
          'This link holds more than can be handed to the Nutgraf that is open. Nothing was made of it. Copy its text into a new article instead.',
        ),
      )
    : new NutgrafError(
        'too_many_files',
        say(
          'These are more files than can be opened at once. Nothing was imported. Open fewer at a time, drop them on the window, or run “nutgraf import FILE…”.',
        ),
      );

/** For what is no fault of the store: for example, a file of the app was replaced while it started. */
const brokenApp = (thrown: unknown): NutgrafError =>
  new NutgrafError(
    'app_broken',
    say(
      'A part of Nutgraf itself is missing or does not work. Your articles are safe. Start it again; if that does not help, install it again.',
    ),
    thrown instanceof Error ? thrown.message : String(thrown),
  );

/** Chromium cannot show a window without a folder that it may write to. */
function borrowBrowserFolder(): void {
  const borrowed = mkdtempSync(join(tmpdir(), 'nutgraf-'));
  app.setPath('userData', borrowed);
  process.once('exit', () => rmSync(borrowed, { recursive: true, force: true }));
}

/** A start that opens no windows says nothing about whether a new version can. */
function forgetOwnTry(): void {
  if (app.isPackaged) forgetTry(process.execPath);
}

/** A second start on the same store ends here: Chromium has brought the first one's window to the front. */
function leaveToFirst(folder: string): void {
  process.stderr.write(
    `nutgraf: Nutgraf already has this store open (${folder}): its window was brought to the front.\n`,
  );
  forgetOwnTry();
  app.exit(0);
}

/**
 * Speaks from the first moment, so that a start that is refused is so in words that a person reads; and so does
 * Chromium, where that is another language than the system's.
 */
async function speakFromStart(browserFolder: string): Promise<void> {
  const system = app.getPreferredSystemLanguages();
  const language = startLanguage(keptLanguage(browserFolder), system, process.argv);
  if (language !== bestLanguage(system)) app.commandLine.appendSwitch('lang', language.slice(0, 2));
  await speakLanguage(language);
}

/** Electron holds `ready` back until this module has run, so nothing here may wait for it. */
async function openWindows(words: OpenWords): Promise<void> {
  const named = namedStore(process.argv);
  const isSample = process.argv.includes(SAMPLE_DESK);
  const folder = isSample ? sampleDeskOf(named ?? storeFolder()) : (named ?? storeFolder());
  const browserFolder = join(folder, 'browser');
  await speakFromStart(browserFolder);
  try {
    makeWritable(folder);
    makeWritable(browserFolder);
  } catch (thrown) {
    borrowBrowserFolder();
    return void refuseToStart(folder, thrown);
  }
  const refuseWords = (): void => {
    borrowBrowserFolder();
    forgetOwnTry();
    void refuseToStart(folder, tooMuch(words));
  };
  if (!canHandOver(process.argv, [])) return refuseWords();
  const isHandedOver = canHandOver(process.argv, words);
  app.setPath('userData', browserFolder);
  // The lock is in userData: one app per store.
  if (!app.requestSingleInstanceLock(isHandedOver ? { words } : {}))
    return isHandedOver ? leaveToFirst(folder) : refuseWords();
  if (isSample) emptyIfMarked(folder);
  const requests = openRequests(words, isSample);
  // As the installer names the app to Windows, which else shows no notification of it.
  if (app.isPackaged) app.setAppUserModelId('org.nutgraf.Nutgraf');
  registerAppScheme();
  // Ours comes with the services; Electron would otherwise build its own, and show it.
  Menu.setApplicationMenu(null);
  // What Chromium repeats over these may have been carried out already: see siteFetch.
  for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name);
  void app
    .whenReady()
    .then(() => {
      const { isPackaged } = app;
      const policies = readPolicies(
        policyFiles(thisMachine(), { isPackaged, argv: process.argv }),
        process.platform === 'darwin' ? 'mac' : 'other',
      );
      const offersTour = (): boolean =>
        mayOfferTour({ argv: process.argv, opensSomething: requests.wereMade(), isSample });
      return startApp(
        { folder, isNamed: named !== null || isSample, isSample, offersTour },
        policies,
        requests,
      );
    })
    .catch((thrown: unknown) => refuseToStart(folder, thrown));
}

/**
 * Here alone it is decided whether a start is a command or opens windows. A command is over before Electron is ready,
 * and so before it looks for a display.
 */
const asked = readStart({
  argv: process.argv,
  isPackaged: app.isPackaged,
  appPath: app.getAppPath(),
  folder: process.cwd(),
});
if (asked.kind === 'windows') await openWindows(asked.opens);
else {
  const { runCommandLine } = await import('./cli/runCommandLine');
  const code = await runCommandLine(asked.words, {
    ...built,
    version: app.getVersion(),
    onMigrated: () => cutTrialShort(process.execPath),
  });
  forgetOwnTry();
  app.exit(code);
}
