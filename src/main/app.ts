import { join } from 'node:path';
import type { Settings, SettingsPatch } from '#shared/domain/settings';
import { app, nativeTheme, net, powerMonitor, session } from 'electron';
import { type AppServices, startServices } from './services/appServices';
import { contractHandlers } from './ipc/handlers';
import { serve } from './ipc/serve';
import { resumeJobs } from './jobs/kinds';
import { type Report, openLog } from './log';
import { setApplicationMenu } from './menu/applicationMenu';
import { commandRunner } from './menu/runCommand';
import { built, interfaceAddress } from './windows/pages';
import { serveAppFiles } from './security/appProtocol';
import { type OpenOutside, addressOpener } from './security/externalAddress';
import { guardContents, guardSession } from './security/guard';
import { systemKeyring } from './security/keyring';
import { siteFetch } from './security/siteFetch';
import { readAsset } from './store/articles/assetFiles';
import { getAsset } from './store/articles/assets';
import type { Store } from './store/store';
import { openSafely } from './store/safety/openSafely';
import { getSettings } from './store/settings';
import { type AppWindows, createAppWindows } from './windows/appWindows';

/** Puts the app together: the store, the services over it, the contract, the menu and the first window. */
export function startApp(folder: string): void {
  const browserFolder = app.getPath('userData');
  const report = openLog(join(browserFolder, 'nutgraf.log'), Date.now);
  const { store, notices } = openSafely(folder);
  const openOutside = addressOpener();
  const { origin, page } = interfaceAddress();

  const windows = createAppWindows({
    source: { ...built, page, placementFile: join(browserFolder, 'window.json'), now: Date.now },
    onContext: () => drawMenu(),
  });
  const { publish } = windows;
  const keyring = systemKeyring();
  const reach = { fetch: siteFetch(), online: () => net.isOnline() };
  const services = startServices({ store, keyring, workers: built, ...reach, windows, report });
  protect({ openOutside, store, report: services.report, page, origin });
  let settings = getSettings(store);
  nativeTheme.themeSource = settings.theme;
  const changeSettings = (patch: SettingsPatch): Settings => {
    settings = services.changeSettings(patch);
    nativeTheme.themeSource = settings.theme;
    drawMenu();
    return settings;
  };

  const runCommand = commandRunner({
    folder,
    windows,
    settings: () => settings,
    changeSettings,
    sendWaiting: services.sync.hurry,
  });
  const followMenu = setApplicationMenu((command) => runCommand(command, null));
  const drawMenu = (): void => followMenu(windows.context(), settings);
  const handlers = contractHandlers({
    ...services,
    changeSettings,
    store,
    notices,
    keyring,
    ...reach,
    windows,
    publish,
    openOutside,
    runCommand,
  });
  serve({ ...services, handlers, ownWindows: windows.windowOf, origin });

  followSystem(windows, services);
  windows.open();
  resumeJobs(services.jobs);
  services.sync.hurry();
}

/** What the system tells the app: a second start, a wake from sleep, the end. */
function followSystem(windows: AppWindows, services: AppServices): void {
  app.on('second-instance', windows.toFront);
  app.on('activate', windows.toFront);
  powerMonitor.on('resume', services.sync.hurry);
  powerMonitor.on('shutdown', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void services.close().finally(() => app.exit());
  });
}

interface Protection {
  readonly openOutside: OpenOutside;
  readonly store: Store;
  readonly report: Report;
  /** The page of the interface, and where it comes from. */
  readonly page: string;
  readonly origin: string;
}

/** Everything that keeps a page in its place; before any page is loaded. */
function protect({ openOutside, store, report, page, origin }: Protection): void {
  guardContents({
    page,
    openOutside: (address, window) => {
      openOutside(address, window).catch((thrown: unknown) => report('address', thrown));
    },
  });
  guardSession(session.defaultSession, origin);
  serveAppFiles(session.defaultSession, {
    folder: built.interface,
    asset: (hash) => {
      try {
        const asset = getAsset(store, hash);
        return asset && { bytes: new Uint8Array(readAsset(store.folder, asset)), type: asset.type };
      } catch (thrown) {
        report('pictures', thrown);
        return null;
      }
    },
  });
}
