import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { JobState } from '#shared/domain/job';
import type { JobKindName } from '../store/jobs/jobs';
import type { Reader, Store } from '../store/store';

/** What the jobs of every kind work with; a kind may need more. */
export interface JobContext {
  readonly store: Store;
  /** This process, so that another one on the same store leaves its jobs alone. */
  readonly pid: number;
  /**
   * A kind's jobs could not go on, for instance since the disk is full, and wait in the store; or a job met damage
   * of the store, which concerns more than that job.
   */
  readonly onTrouble: (failure: Failure) => void;
}

/** What a window is told of a job, whatever its kind. */
export interface ToldJob {
  readonly id: Id;
  readonly state: JobState;
  /** The steps that it takes, and of them those that are done, and that failed. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/** How the jobs of one kind are made and run in this process. */
interface JobRunner<Request, Told extends ToldJob> {
  /** Keeps a job in the store, where it waits. Throws a NutgrafError for what there is nothing to do about. */
  readonly make: (request: Request) => Told;
  /**
   * Does what is left of a job, calls back after each step, and stops soon after `signal`. Resolves to why it could
   * not come to its end, else to null. Throws what the store throws.
   */
  readonly run: (job: Told, signal: AbortSignal, onStep: () => void) => Promise<Failure | null>;
  readonly close: () => Promise<void>;
}

/** A kind of job: all that the queue does not know by itself. */
export interface JobKind<Request, Told extends ToldJob, Context extends JobContext> {
  readonly name: JobKindName;
  /**
   * What becomes of a job that the app's end, or a crash, cut short: it goes on at the next start, or it ends there
   * and the person is told, where what comes of it would be a surprise by then.
   */
  readonly afterRestart: 'goes on' | 'ends';
  readonly get: (reader: Reader, id: Id) => Told;
  /** The newest first. */
  readonly list: (reader: Reader) => readonly Told[];
  /** Puts back in line what failed and is worth another try; called as its job is taken up again. */
  readonly reopen: (store: Store, id: Id) => void;
  readonly open: (context: Context) => JobRunner<Request, Told>;
}
