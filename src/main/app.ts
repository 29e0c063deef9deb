import { join } from 'node:path';
import type { Settings } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { app, nativeTheme, net, powerMonitor, session } from 'electron';
import type { Behind, Front } from './behindWindows';
import { firstReadHandlers, firstReads } from './ipc/handlers/firstReads';
import { type Answering, holdCalls } from './ipc/heldCalls';
import { serve } from './ipc/serve';
import { type Report, openLog } from './log';
import type { Policies } from './policy/readPolicies';
import { prepareAnswers, serveAppFiles } from './security/appProtocol';
import { type DrawnMenu, drawnMenu } from './menu/drawnMenu';
import type { OpenRequests } from './opening/openRequests';
import { type OpenOutside, addressOpener } from './security/externalAddress';
import { guardContents, guardSession } from './security/guard';
import { knownVersion } from './services/storeWatch';
import { readAsset } from './store/articles/assetFiles';
import { getAsset } from './store/articles/assets';
import { closeStore } from './store/opening/database';
import { openIfSound } from './store/safety/openIfSound';
import type { OpenedStore } from './store/safety/openSafely';
import { getSettings } from './store/settings';
import { dataVersion } from './store/sql/changes';
import type { Store } from './store/store';
import { type AppWindows, createAppWindows } from './windows/appWindows';
import { keepOpenedArticles } from './windows/openedArticles';
import { built, interfaceAddress } from './windows/pages';

/** ms after which the rest of the app is loaded though no window has asked for anything that needs it. */
const PATIENCE = 3000;

/** Where the store is, and whether the start named it, or it is the app's own. */
export interface StoreAt {
  readonly folder: string;
  readonly isNamed: boolean;
  /** Whether it is the sample desk's, and none of a person's own. */
  readonly isSample: boolean;
}

const sampleNotice = { kind: 'sample_desk' } as const satisfies StoreNotice;

/**
 * Puts the app together: the store and the first window here, what stands behind the windows once that one
 * has its first rows and asks for more. A store that is not opened shows no window of ours.
 */
export async function startApp(
  { folder, isNamed, isSample }: StoreAt,
  { policy, failure }: Policies,
  requests: OpenRequests,
): Promise<void> {
  const browserFolder = app.getPath('userData');
  const { store, notices: found } = await openedStore(folder);
  const version = knownVersion(() => dataVersion(store));
  let settings = getSettings(store, policy);
  showTheme(settings);
  let report = openLog(join(browserFolder, 'nutgraf.log'), Date.now);
  const notices = [...found, ...policyNotices(failure, report), ...(isSample ? [sampleNotice] : [])];
  let menu: DrawnMenu | null = null;
  const shown = windowsOf({
    store,
    browserFolder,
    report: (where, thrown) => report(where, thrown),
    onOpened: () => menu?.drawRecent(),
    onContext: () => menu?.draw(),
  });
  const { windows, opened, origin } = shown;
  const { asked, ask } = askedFor();
  const answerCalls = holdCalls(answerFirstReads({ store, policy, windows, origin }), ask);
  windows.open();

  const onSettings = (now: Settings): void => {
    settings = now;
    showTheme(settings);
    menu?.draw();
  };
  const hearing = { onSettings, onArticles: () => menu?.drawRecentSoon() };
  const front = { ...shown, ...hearing, folder, isSample, store, policy, version, notices, report };
  const behind = asked.then(async () => standBehind({ ...front, online: () => net.isOnline() }));
  const later = onceIt(behind);
  menu = drawnMenu({
    store,
    opened,
    context: windows.context,
    settings: () => settings,
    policy,
    run: (command) => later(({ runCommand }) => runCommand(command)),
    open: (id) => later(({ opener }) => opener.openArticle(id)),
    namedStore: isNamed ? folder : null,
  });
  prepareAnswers();
  followSystem({ windows, opened, requests }, later);
  await begin(store, behind, (standing) => {
    ({ report } = standing);
    answerCalls(standing.answering);
  });
}

/** Begins the work behind the windows once all of it stands. */
async function begin(
  store: Store,
  behind: Promise<Behind>,
  onStanding: (standing: Behind) => void,
): Promise<void> {
  try {
    const standing = await behind;
    standing.resumeJobs();
    onStanding(standing);
    standing.hurry();
  } catch (thrown) {
    // The app then shows why until a person closes it; what had begun must change nothing meanwhile.
    closeStore(store);
    throw thrown;
  }
}

interface WindowNeeds {
  readonly store: Store;
  readonly browserFolder: string;
  readonly report: Report;
  /** The articles that were opened changed. */
  readonly onOpened: () => void;
  /** The current window, or what is open in it, changed. */
  readonly onContext: () => void;
}

/** The windows, none of them open yet, and everything that keeps their pages in their place. */
function windowsOf({ store, browserFolder, report, onOpened, onContext }: WindowNeeds) {
  const openOutside = addressOpener();
  const { origin, page } = interfaceAddress();
  const opened = keepOpenedArticles(join(browserFolder, 'opened.json'), onOpened);
  const placementFile = join(browserFolder, 'window.json');
  const source = { ...built, page, placementFile, article: () => opened.now().open, now: Date.now };
  const windows = createAppWindows({ source, onContext });
  protect({ openOutside, store, report, page, origin });
  return { windows, opened, openOutside, origin };
}

type Later = (work: (behind: Behind) => unknown) => void;

/** Does what is asked once that stands, and at once from then on. Whoever started the app is told when it fails. */
function onceIt(stands: Promise<Behind>): Later {
  let behind: Behind | null = null;
  const known = stands.then(
    (it) => (behind = it),
    () => null,
  );
  return (work) => {
    if (behind) work(behind);
    else void known.then((it) => it && work(it));
  };
}

/** Most of the app: it is loaded when it is asked for. */
async function standBehind(front: Front): Promise<Behind> {
  const loaded = await import('./behindWindows');
  return loaded.standBehind(front);
}

function showTheme({ theme }: Settings): void {
  nativeTheme.themeSource = theme;
}

/** What is amiss in the policy, for the log and for every window. */
function policyNotices(failure: Policies['failure'], report: Report): readonly StoreNotice[] {
  if (failure === null) return [];
  report('policy', `${failure.message}\n${JSON.stringify(failure.detail)}`);
  return [{ kind: 'trouble', failure: failure.toFailure() }];
}

interface FirstAnswers {
  readonly store: Store;
  readonly policy: Policies['policy'];
  readonly windows: AppWindows;
  readonly origin: string;
}

/** A first read that fails waits for those who watch the store and the disk, and report: it is done again by them. */
const answerFirstReads = ({ store, policy, windows, origin }: FirstAnswers): Answering =>
  serve({
    rooms: firstReads,
    handlers: firstReadHandlers(store, policy),
    ownWindows: windows.windowOf,
    origin,
    report: () => undefined,
    failed: (failure) => failure,
  });

/** When the rest is asked for: by the first call that needs it, by a quit, and in time where no page ever calls. */
function askedFor(): { readonly asked: Promise<void>; readonly ask: () => void } {
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  app.once('before-quit', ask);
  setTimeout(ask, PATIENCE);
  return { asked, ask };
}

interface Followed extends Pick<Front, 'windows' | 'opened'> {
  readonly requests: OpenRequests;
}

/** What the system tells the app: files to open, a second start, a wake from sleep, the end. */
function followSystem({ windows: { toFront }, opened, requests }: Followed, later: Later): void {
  requests.hear((words) => later(({ opener }) => opener.open(words)));
  app.on('second-instance', toFront);
  app.on('activate', toFront);
  powerMonitor.on('resume', () => later(({ hurry }) => hurry()));
  powerMonitor.on('shutdown', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    later(({ close }) => void Promise.all([close(), opened.settled()]).finally(() => app.exit()));
  });
}

/** What brings back a damaged store is loaded for one alone. */
async function openedStore(folder: string): Promise<OpenedStore> {
  const store = openIfSound(folder);
  if (store !== null) return { store, notices: [] };
  const { openSafely } = await import('./store/safety/openSafely');
  return openSafely(folder);
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
