import { toFailure } from '#shared/domain/failure';
import type { UnfinishedWork, UpdateOffer, UpdateState, UpdateWay } from '#shared/domain/update';
import type { UpdateChannel } from '#shared/domain/updateChannel';
import { fileFor } from './choose';
import { type UpdateFeed, fileAddress } from './feed';
import { look } from './look';
import type { OfferedFile, UpdateManifest } from './manifest';
import { readMemory, remember } from './memory';
import { type Place, endTrial, launcherOf, placeOf, sweep, takeFailed, takePlace } from './place';
import { discard, prepare } from './prepare';
import { refusals } from './refusals';

/** ms from one look to the next, and how often it is seen whether one is due. */
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
/** How often it is seen whether what a restart waits for is over, ms. */
const GLANCE = 500;

/** What the running program is. */
export interface ThisBuild {
  readonly version: string;
  /** Null for one that does not look for updates. */
  readonly feed: UpdateFeed | null;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Its file. */
  readonly program: string;
  /** The system's package manager brought it, and brings what is newer. */
  readonly isFromPackage: boolean;
}

export interface UpdateSurroundings {
  readonly build: ThisBuild;
  readonly fetch: typeof fetch;
  readonly online: () => boolean;
  readonly now: () => number;
  /** What the person, or an administrator, chose. */
  readonly chosen: () => { readonly updates: 'off' | 'ask'; readonly updateChannel: UpdateChannel };
  readonly unfinished: () => readonly UnfinishedWork[];
  readonly memoryFile: string;
  readonly tell: (state: UpdateState) => void;
  /** Begins to end the app, as a person does: whatever was typed is saved first, and a window may stay. */
  readonly quit: () => void;
  readonly report: (where: string, thrown: unknown) => void;
}

/** What was found, with what is needed to fetch it. */
interface Found {
  readonly manifest: UpdateManifest;
  /** Null where Nutgraf does not fetch it itself. */
  readonly offered: OfferedFile | null;
  readonly offer: UpdateOffer;
}

/** Failures of a look that nobody asked for which a person need not hear of. */
const quiet: ReadonlySet<string> = new Set(['update_not_reached', 'update_older', 'update_expired']);

/** States in which nothing is under way, so that looking begins anew. */
const atRest: ReadonlySet<UpdateState['kind']> = new Set([
  'off',
  'unknown',
  'current',
  'available',
  'failed',
]);

/** Newer versions of this program: from the first look to the change of versions at the app's end. */
export class Updates {
  readonly #around: UpdateSurroundings;
  readonly #place: Place | null;
  #state: UpdateState;
  #found: Found | null = null;
  /** The folder of a version that is ready. */
  #prepared: string | null = null;
  #fetching: { readonly ended: Promise<void>; readonly abort: () => void } | null = null;
  #restarts = false;
  #daily: NodeJS.Timeout | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #isBegun = false;

  constructor(around: UpdateSurroundings) {
    this.#around = around;
    this.#place = placeOf(around.build.program);
    this.#state = { kind: around.build.feed === null ? 'never' : 'unknown' };
  }

  /** What is known now. A setting that is off hides what was found, but not what is under way. */
  state(): UpdateState {
    const isOff = this.#around.chosen().updates === 'off';
    return isOff && this.#state.kind !== 'never' && atRest.has(this.#state.kind)
      ? { kind: 'off' }
      : this.#state;
  }

  /**
   * A window works: a new version that was on trial has started well, and what is left of others goes. From now on it
   * is looked once a day.
   */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    this.#endTrial();
    if (this.#around.build.feed === null) return;
    const daily = (): void => {
      if (this.#isDue()) void this.look(false);
    };
    this.#daily = setInterval(daily, HOUR).unref();
    if (this.#state.kind === 'unknown') daily();
  }

  /** Asks the feed, and tells what it found. What stands in the way of a look that nobody asked for is told if it matters. */
  async look(isAsked: boolean): Promise<UpdateState> {
    const { build, chosen, fetch, memoryFile, now } = this.#around;
    const before = this.state();
    if (build.feed === null || !atRest.has(before.kind) || before.kind === 'off') return before;
    this.#become({ kind: 'looking' });
    try {
      const channel = chosen().updateChannel;
      const manifest = await look({
        fetch,
        feed: build.feed,
        channel,
        version: build.version,
        memoryFile,
        now,
      });
      const isUnwanted = !isAsked && manifest?.version === readMemory(memoryFile).givenUp;
      this.#found = manifest === null || isUnwanted ? null : this.#foundIn(manifest);
      this.#become(this.#offered());
    } catch (thrown) {
      const failure = toFailure(thrown);
      this.#around.report('updates', thrown);
      if (isAsked || !quiet.has(failure.code)) this.#become({ kind: 'failed', failure, offer: null });
      else this.#become(before);
    }
    return this.state();
  }

  /** Fetches what is on offer; the state tells how it goes. */
  download(): void {
    const { feed } = this.#around.build;
    if (this.#found === null || feed === null || !atRest.has(this.#state.kind)) return;
    const { manifest, offered, offer } = this.#found;
    if (offered === null || this.#place === null) return;
    const aborter = new AbortController();
    this.#become({ kind: 'downloading', offer, received: 0 });
    const prepared = prepare({
      place: this.#place,
      version: manifest.version,
      offered,
      address: fileAddress(feed, manifest, offered.url),
      fetch: this.#around.fetch,
      signal: aborter.signal,
      onProgress: (received) => this.#progress(offer, received),
      onArrived: () => this.#become({ kind: 'checking', offer }),
    });
    this.#fetching = { ended: this.#follow(prepared, offer, aborter.signal), abort: () => aborter.abort() };
  }

  /** Ends a download, or the wait for a restart. */
  cancel(): void {
    if (this.#state.kind === 'ready') this.stay();
    else this.#fetching?.abort();
  }

  /** Restarts into the version that is ready, once nothing runs that must not be cut off. */
  restart(): void {
    if (this.#state.kind !== 'ready' || this.#restarts) return;
    this.#restarts = true;
    const { offer } = this.#state;
    const tryNow = (): void => {
      const waitsFor = this.#around.unfinished();
      this.#become({ kind: 'ready', offer, waitsFor });
      if (waitsFor.length > 0) return;
      clearInterval(this.#waiting);
      this.#around.quit();
    };
    this.#waiting = setInterval(tryNow, GLANCE).unref();
    tryNow();
  }

  /** A window stays open, or somebody thought better of it: the new version comes at the next quit. */
  stay(): void {
    if (!this.#restarts || this.#state.kind !== 'ready') return;
    clearInterval(this.#waiting);
    this.#restarts = false;
    this.#become({ kind: 'ready', offer: this.#state.offer, waitsFor: null });
  }

  /**
   * At the app's end, when nothing is written any more: a version that is ready takes its place. Returns the program to
   * start again, where that was asked for.
   */
  async close(): Promise<string | null> {
    clearInterval(this.#daily);
    clearInterval(this.#waiting);
    this.#fetching?.abort();
    await this.#fetching?.ended;
    if (this.#place === null || this.#found === null || this.#prepared === null) return null;
    try {
      takePlace(this.#place, this.#prepared, this.#found.manifest.version);
      discard(this.#place);
    } catch (thrown) {
      this.#around.report('updates', thrown);
    }
    return this.#restarts ? launcherOf(this.#place) : null;
  }

  async #follow(prepared: Promise<string>, offer: UpdateOffer, signal: AbortSignal): Promise<void> {
    try {
      this.#prepared = await prepared;
      this.#become({ kind: 'ready', offer, waitsFor: null });
    } catch (thrown) {
      if (signal.aborted) return this.#become({ kind: 'available', offer });
      this.#around.report('updates', thrown);
      this.#become({ kind: 'failed', failure: toFailure(thrown), offer });
    }
  }

  #become(state: UpdateState): void {
    this.#state = state;
    this.#around.tell(this.state());
  }

  /** Windows are told of whole per cents only. */
  #progress(offer: UpdateOffer, received: number): void {
    const before = this.#state.kind === 'downloading' ? this.#state.received : 0;
    const percent = (bytes: number): number => Math.floor((100 * bytes) / offer.bytes);
    if (percent(received) > percent(before)) this.#become({ kind: 'downloading', offer, received });
  }

  #offered(): UpdateState {
    if (this.#found === null) return { kind: 'current', version: this.#around.build.version };
    return { kind: 'available', offer: this.#found.offer };
  }

  #foundIn(manifest: UpdateManifest): Found {
    const { platform, arch, isFromPackage } = this.#around.build;
    const offered = this.#place === null ? null : fileFor(manifest, { kind: 'tar.gz', platform, arch });
    const way: UpdateWay = offered !== null ? 'download' : isFromPackage ? 'system' : 'page';
    const { version, released, notes } = manifest;
    return { manifest, offered, offer: { version, released, notes, way, bytes: offered?.bytes ?? 0 } };
  }

  #isDue(): boolean {
    const { memoryFile, now, online } = this.#around;
    const since = now() - readMemory(memoryFile).lookedAt;
    // A clock that was set back must not put it off for years.
    return online() && (since >= DAY || since < 0);
  }

  #endTrial(): void {
    const place = this.#place;
    if (place === null) return;
    try {
      endTrial(place);
      const failed = takeFailed(place);
      if (failed !== null) {
        remember(this.#around.memoryFile, { givenUp: failed });
        this.#become({ kind: 'failed', failure: refusals.broughtBack(failed).toFailure(), offer: null });
      }
      sweep(place);
    } catch (thrown) {
      this.#around.report('updates', thrown);
    }
  }
}
