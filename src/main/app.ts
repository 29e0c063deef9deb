import { join } from 'node:path';
import type { Settings } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { speakLanguage } from '#shared/language/speakLanguage';
import { app, nativeTheme, net, powerMonitor } from 'electron';
import type { Behind, Front } from './behindWindows';
import { type Later, onceIt } from './later';
import { startLanguage } from '#shared/language/startLanguage';
import { openLog } from './log';
import { answerFirstCalls } from './ipc/firstCalls';
import { type Policies, policyNotices } from './policy/readPolicies';
import { prepareAnswers } from './security/appProtocol';
import { type DrawnMenu, drawnMenu } from './menu/drawnMenu';
import type { OpenRequests } from './windows/openRequests';
import { knownVersion } from './services/storeWatch';
import { closeStore } from './store/opening/database';
import { openIfSound } from './store/safety/openIfSound';
import type { OpenedStore } from './store/safety/openSafely';
import { getSettings } from './store/settings';
import { dataVersion } from './store/sql/changes';
import type { Store } from './store/store';
import { cutTrialShort } from './updates/place';
import { guardedWindows } from './windows/guardedWindows';
import { keepLanguage } from './windows/keptLanguage';

/** Where the store is, and whether the start named it, or it is the app's own. */
export interface StoreAt {
  readonly folder: string;
  readonly isNamed: boolean;
  /** Whether it is the sample desk's, and none of a person's own. */
  readonly isSample: boolean;
  /** Whether this start may offer the tour, as far as it has been asked for something by now. */
  readonly offersTour: () => boolean;
}

const ofSample: readonly StoreNotice[] = [{ kind: 'sample_desk' }];

/**
 * Puts the app together: the store and the first window here, what stands behind the windows once that one
 * has its first rows and asks for more. A store that is not opened shows no window of ours.
 */
export async function startApp(
  { folder, isNamed, ...start }: StoreAt,
  { policy, failure }: Policies,
  requests: OpenRequests,
): Promise<void> {
  const browserFolder = app.getPath('userData');
  const { store, notices: found } = await openedStore(folder);
  const version = knownVersion(() => dataVersion(store));
  let settings = getSettings(store, policy);
  await speakLanguage(startLanguage(settings.language, app.getPreferredSystemLanguages(), process.argv));
  takeOn(settings);
  let report = openLog(join(browserFolder, 'nutgraf.log'), Date.now);
  const notices = [...found, ...policyNotices(failure, report), ...(start.isSample ? ofSample : [])];
  let menu: DrawnMenu | null = null;
  const shown = guardedWindows({
    store,
    browserFolder,
    report: (where, thrown) => report(where, thrown),
    keepsRunning: () => settings.keepRunning,
    onOpened: () => menu?.drawRecent(),
    onContext: () => menu?.draw(),
  });
  const { asked, answerCalls } = answerFirstCalls({ store, policy, ...shown });
  shown.windows.open();

  const onSettings = (now: Settings): void => {
    settings = now;
    takeOn(settings);
    menu?.draw();
  };
  const hearing = { onSettings, onArticles: () => menu?.drawRecentSoon() };
  const front = { ...shown, ...hearing, ...start, folder, store, policy, version, notices, report };
  const behind = asked.then(async () => standBehind({ ...front, online: () => net.isOnline() }));
  const later = onceIt(behind);
  menu = drawnMenu({
    store,
    opened: shown.opened,
    context: shown.windows.context,
    settings: () => settings,
    policy,
    run: (command) => later(({ runCommand }) => runCommand(command)),
    open: (id) => later(({ opener }) => opener.openArticle(id)),
    namedStore: isNamed ? folder : null,
  });
  prepareAnswers();
  followSystem({ ...shown, requests }, later);
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

/** Most of the app: it is loaded when it is asked for. */
async function standBehind(front: Front): Promise<Behind> {
  const loaded = await import('./behindWindows');
  return loaded.standBehind(front);
}

/** What Chromium knows of the settings: the theme, and from the next start on the language. */
function takeOn({ theme, language }: Settings): void {
  nativeTheme.themeSource = theme;
  keepLanguage(app.getPath('userData'), language);
}

type Followed = Pick<Front, 'windows' | 'opened'> & { readonly requests: OpenRequests };

/** What the system tells the app: files to open, a second start, a wake from sleep, the end. */
function followSystem({ windows: { toFront }, opened, requests }: Followed, later: Later<Behind>): void {
  requests.hear((words) => later(({ opener }) => opener.open(words)));
  app.on('second-instance', toFront);
  app.on('activate', toFront);
  app.on('browser-window-created', () => later(({ rest }) => rest(false)));
  app.on('window-all-closed', () => later(({ rest }) => rest(true)));
  powerMonitor.on('resume', () => later(({ hurry }) => hurry()));
  powerMonitor.on('shutdown', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    // No window may open over a store that is being closed.
    app.removeListener('second-instance', toFront).removeListener('activate', toFront);
    later(({ close }) => void Promise.all([close(), opened.settled()]).finally(() => app.exit()));
  });
}

/** What brings back a damaged store is loaded for one alone. */
async function openedStore(folder: string): Promise<OpenedStore> {
  const options = { onMigrated: () => cutTrialShort(process.execPath) };
  const store = openIfSound(folder, options);
  if (store !== null) return { store, notices: [] };
  const { openSafely } = await import('./store/safety/openSafely');
  return openSafely(folder, options);
}
