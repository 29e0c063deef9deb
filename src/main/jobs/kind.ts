import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { JobState } from '#shared/domain/job';
import type { JobKindName } from '../store/jobs/jobs';
import type { Reader, Store } from '../store/store';

/** What jobs of every kind work with; a kind may need more. */
export interface JobContext {
  readonly store: Store;
  /** This process, so that another one on the same store leaves its jobs alone. */
  readonly pid: number;
  /**
   * A kind's jobs could not continue, for example because the disk is full, and are waiting in the store; or a job
   * ran into damage to the store, which concerns more than that job.
   */
  readonly onTrouble: (failure: Failure) => void;
}

/** What a window is told of a job, whatever its kind. */
export interface ToldJob {
  readonly id: Id;
  readonly state: JobState;
  /** The number of its steps, and how many are done and failed. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/** How jobs of one kind are created and run in this process. */
export interface JobRunner<Request, Told extends ToldJob> {
  /** Stores a job, which then waits. Throws a NutgrafError when there is nothing to do. */
  readonly make: (request: Request) => Told;
  /**
   * Does what is left of a job, calls back after each step, and stops soon after `signal`. Resolves to the reason it
   * could not finish, or null. Throws what the store throws.
   */
  readonly run: (job: Told, signal: AbortSignal, onStep: () => void) => Promise<Failure | null>;
  readonly close: () => Promise<void>;
}

/** A kind of job: everything the queue does not know. */
export interface JobKind<Request, Told extends ToldJob, Context extends JobContext> {
  readonly name: JobKindName;
  /**
   * What happens to a job cut short by the end of the app or a crash: it continues at the next start, or it ends
   * there and the user is told, where its results would come as a surprise by then.
   */
  readonly afterRestart: 'goes on' | 'ends';
  readonly get: (reader: Reader, id: Id) => Told;
  /** Newest first. */
  readonly list: (reader: Reader) => readonly Told[];
  /** Queues again what failed and is worth another try; called when its job is resumed. */
  readonly reopen: (store: Store, id: Id) => void;
  readonly open: (context: Context) => JobRunner<Request, Told>;
}
