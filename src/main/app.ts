import { join } from 'node:path';
import type { Failure } from '#shared/domain/failure';
import type { Settings, SettingsPatch } from '#shared/domain/settings';
import { app, nativeTheme, net, powerMonitor, session } from 'electron';
import { createSecrets } from './cms/credentials';
import { createOutbox } from './cms/outbox';
import { createCourier } from './courier';
import { createDiskWatch } from './diskWatch';
import { deskHandlers } from './ipc/handlers';
import { serve } from './ipc/serve';
import { isGone } from './jobs/ownerGone';
import { createJobQueue } from './jobs/queue';
import { openLog } from './log';
import { setApplicationMenu } from './menu/applicationMenu';
import { commandRunner } from './menu/runCommand';
import { built, interfaceAddress } from './pages';
import { serveAppFiles } from './security/appProtocol';
import { openExternal } from './security/externalAddress';
import { guardContents, guardSession } from './security/guard';
import { systemKeyring } from './security/keyring';
import { assetPath, getAsset } from './store/assets';
import { dataVersion } from './store/changes';
import { type Store, closeStore } from './store/database';
import { inspectInWorker } from './store/inspection';
import { openSafely } from './store/recovery';
import { hasReserve } from './store/reserve';
import { changeSettings as keepSettings, getSettings } from './store/settings';
import { startUpkeep } from './store/upkeep';
import { watchStore } from './storeWatch';
import { createDeskWindows } from './windows/deskWindows';

/** Puts the app together: the store, the services over it, the contract, the menu and the first window. */
export function startApp(folder: string): void {
  const browserFolder = app.getPath('userData');
  const report = openLog(join(browserFolder, 'nutgraf.log'), Date.now);
  const { store, notices } = openSafely(folder);
  const { origin, page } = interfaceAddress();
  protect({ origin, page }, store, report);

  const windows = createDeskWindows({
    source: { ...built, page, placementFile: join(browserFolder, 'window.json') },
    now: Date.now,
    onContext: () => followMenu(windows.context()),
  });
  const { publish } = windows;
  const disk = createDiskWatch(
    (notice) => publish('store.notice', notice),
    () => !hasReserve(folder),
  );
  const troubleIn = (room: string) => (failure: Failure) => {
    disk.failed(failure.code);
    report(room, failure.message);
    if (failure.code !== 'disk_full') publish('store.notice', { kind: 'trouble', failure });
  };
  const jobs = createJobQueue({
    store,
    workerPath: built.exportWorker,
    pid: process.pid,
    isGone,
    onChange: (job) => publish('jobs.changed', job),
    onTrouble: troubleIn('exports'),
  });
  const upkeep = startUpkeep({
    store,
    inspect: () => inspectInWorker(built.inspectionWorker, folder),
    onTrouble: troubleIn('store'),
  });
  const keyring = systemKeyring();
  const secrets = createSecrets(store, keyring);
  const online = (): boolean => net.isOnline();
  const courier = createCourier({
    ...{ secrets, online, now: Date.now, publish, report },
    outbox: (onChange) => createOutbox({ store, secrets, online, onChange }),
  });
  const changeSettings = (patch: SettingsPatch): Settings => {
    const settings = disk.writing(() => keepSettings(store, patch));
    nativeTheme.themeSource = settings.theme;
    publish('settings.changed', settings);
    return settings;
  };
  const runCommand = commandRunner({
    storeFolder: folder,
    windows,
    changeSettings,
    sendWaiting: courier.hurry,
  });
  const followMenu = setApplicationMenu((command) => runCommand(command, null));
  const services = {
    store,
    notices,
    disk,
    jobs,
    courier,
    keyring,
    windows,
    publish,
    changeSettings,
    runCommand,
  };
  serve({ handlers: deskHandlers(services), ownWindows: windows.windowOf, origin, report });

  const stopWatching = watchStore(
    () => dataVersion(store),
    () => {
      publish('articles.changed', { ids: [] });
      publish('sections.changed', null);
      courier.send();
    },
  );
  app.on('second-instance', windows.toFront);
  app.on('activate', windows.toFront);
  closeWithApp(async () => {
    stopWatching();
    upkeep.close();
    await Promise.all([jobs.close(), courier.close()]);
    closeStore(store);
  });

  nativeTheme.themeSource = getSettings(store).theme;
  windows.open();
  jobs.resume();
  courier.hurry();
  powerMonitor.on('resume', courier.hurry);
}

/** Everything that keeps a page in its place; before any page is loaded. */
function protect(
  { origin, page }: ReturnType<typeof interfaceAddress>,
  store: Store,
  report: ReturnType<typeof openLog>,
): void {
  const openOutside = (address: string): void => {
    openExternal(address).catch((thrown: unknown) => report('address', thrown));
  };
  guardContents({ page, openOutside });
  guardSession(session.defaultSession, origin);
  serveAppFiles(session.defaultSession, {
    folder: built.interface,
    asset: (hash) => {
      const asset = getAsset(store, hash);
      return asset && { path: assetPath(store.folder, asset), type: asset.type };
    },
  });
}

/** Runs once when the last window has closed and the app is about to end; the end waits for it. */
function closeWithApp(close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void close().finally(() => app.exit());
  });
}
