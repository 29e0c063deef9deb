import type { CommandId } from '#shared/commands';
import { operations } from '#shared/contract';
import type { AnyJob } from '#shared/domain/anyJob';
import { toFailure } from '#shared/domain/failure';
import type { Policy } from '#shared/domain/policy';
import type { Settings, SettingsEdit } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { appUpdates } from './windows/appUpdates';
import { contractHandlers } from './ipc/handlers';
import type { Answering } from './ipc/heldCalls';
import { serve } from './ipc/serve';
import { type Jobs, resumeJobs } from './jobs/kinds';
import type { Report } from './log';
import { type RunCommand, commandRunner } from './menu/runCommand';
import type { OpenOutside } from './security/externalAddress';
import { systemKeyring } from './security/keyring';
import type { Attention } from './opening/attention';
import { attentionOver } from './opening/attentionOver';
import { followProgress } from './opening/jobProgress';
import { type Opener, createOpener } from './opening/opener';
import { siteFetch } from './security/siteFetch';
import { startServices } from './services/appServices';
import { sampleStories } from './sampleDesk';
import { listArticles } from './store/articles/searchedList';
import { getSettings } from './store/settings';
import type { Store } from './store/store';
import { openSampleDesk, throwsAwayWhenAsked } from './windows/sampleDeskWindows';
import type { AppWindows } from './windows/appWindows';
import { createDragOut } from './windows/dragOut';
import type { OpenedArticles } from './windows/openedArticles';
import { built } from './windows/pages';

export interface Front {
  readonly folder: string;
  /** Whether this is the sample desk, and no store of a person's own. */
  readonly isSample: boolean;
  /** Whether this start may offer the tour, as far as it has been asked for something by now. */
  readonly offersTour: () => boolean;
  readonly store: Store;
  readonly policy: Policy;
  /** The store's version before any window read it; null when it could not be read. */
  readonly version: number | null;
  readonly notices: readonly StoreNotice[];
  readonly windows: AppWindows;
  readonly opened: OpenedArticles;
  readonly openOutside: OpenOutside;
  readonly origin: string;
  readonly report: Report;
  readonly online: () => boolean;
  /** Hears what the settings are now. */
  readonly onSettings: (settings: Settings) => void;
  /** Hears that articles changed. */
  readonly onArticles: () => void;
  /** Hears each time that the outbox has tried everything due. */
  readonly outboxRested: () => void;
}

export interface Behind {
  readonly answering: Answering;
  /** Logs, and is heard by the watches over the disk and the store. */
  readonly report: Report;
  /** Runs what the menu asks for; no caller waits for it, so that a failure is told as a notice. */
  readonly runCommand: (command: CommandId) => void;
  /** Opens files, addresses and articles. */
  readonly opener: Opener;
  /** Takes up the jobs, before calls are answered: a window asks at once what was cut short. */
  readonly resumeJobs: () => void;
  /** Sends what waits, now. */
  readonly hurry: () => void;
  /** Hears when the last window has closed (true), and when one opens. */
  readonly rest: (isResting: boolean) => void;
  /** Ends what is under way; settles when the store may be left. */
  readonly close: () => Promise<void>;
}

/** Makes what stands behind the windows: the services over the store, and the answers to the contract. */
export function standBehind({ windows, ...front }: Front): Behind {
  const { folder, isSample, store, policy, origin, online, onSettings } = front;
  const { publish } = windows;
  const keyring = systemKeyring();
  const reach = { fetch: siteFetch(), online };
  const { services, opener } = hearingServices({ ...front, keyring, workers: built, ...reach, windows });
  let settings = getSettings(store, policy);
  const changeSettings = (edit: Partial<SettingsEdit>): Settings => {
    settings = services.changeSettings(edit);
    onSettings(settings);
    return settings;
  };
  const tell = teller({ report: services.report, publish });
  const runCommand = commandRunner({
    folder,
    windows,
    settings: () => settings,
    changeSettings,
    sendWaiting: services.sync.hurry,
    openSampleDesk: () => (isSample ? windows.toFront() : void openSampleDesk(folder).catch(tell)),
  });
  const updates = appUpdates({ ...services, settings: () => settings, windows, online });
  const dragOut = createDragOut(store, built.icon);
  const ours = { updates, runCommand, changeSettings, opener, dragOut };
  const own = { ...front, ...services, ...reach, ...ours, keyring, windows, publish };
  const throwAwaySampleDesk = throwsAwayWhenAsked(isSample ? folder : null);
  const answering = serve({
    ...services,
    rooms: operations,
    handlers: contractHandlers({ ...own, throwAwaySampleDesk, texts: built }),
    ownWindows: windows.windowOf,
    origin,
  });
  return {
    answering,
    report: services.report,
    runCommand: fromMenu(runCommand, tell),
    opener,
    resumeJobs: () => {
      resumeJobs(services.jobs);
      if (isSample && listArticles(store, everything).total === 0) fillSampleDesk(services.jobs);
    },
    hurry: services.sync.hurry,
    rest: services.rest,
    close: () => services.close().then(updates.close).finally(dragOut.close),
  };
}

const everything = { view: 'all', sectionId: null, query: '', after: null, limit: 1 } as const;

/** By an import like any other, which the window shows. */
function fillSampleDesk(jobs: Jobs): void {
  jobs.import.start({ sources: sampleStories(built.sampleStories) });
}

/** The services, and what opens and tells of what happens in them. */
function hearingServices(
  surroundings: Omit<Parameters<typeof startServices>[0], keyof Hearing> & { readonly windows: AppWindows },
) {
  const { store, windows } = surroundings;
  let attention: Attention | null = null;
  const progress = followProgress(windows.showProgress);
  const onJob = (job: AnyJob): void => {
    progress(job);
    attention?.job(job);
  };
  const hearing: Hearing = { onJob, onSent: (ids) => attention?.sent(ids) };
  const services = startServices({ ...surroundings, ...hearing });
  const opener = createOpener({ store, windows, jobs: services.jobs, failed: services.failed });
  attention = attentionOver({ store, windows, opener, links: services.sync.outbox.links });
  return { services, opener };
}

type Hearing = Pick<Parameters<typeof startServices>[0], 'onJob' | 'onSent'>;

interface Telling {
  readonly report: Report;
  readonly publish: AppWindows['publish'];
}

/** Logs what nobody waits for, and tells every window. */
const teller =
  ({ report, publish }: Telling) =>
  (thrown: unknown): void => {
    report('menu', thrown);
    publish('store.notice', { kind: 'trouble', failure: toFailure(thrown) });
  };

const fromMenu =
  (run: RunCommand, tell: (thrown: unknown) => void): Behind['runCommand'] =>
  (command) => {
    try {
      run(command, null);
    } catch (thrown) {
      tell(thrown);
    }
  };
