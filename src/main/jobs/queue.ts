import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { type JobOwner, claimJob, finishJob, leftJobs, reopenJob } from '../store/jobs/jobs';
import { toldFailure } from '../store/safety/recoveryMark';
import { write } from '../store/sql/write';
import type { JobContext, JobKind, JobRunner, ToldJob } from './kind';

interface JobQueueOptions<Told> {
  /** Called after every change to a job made by this queue. */
  readonly onChange: (job: Told) => void;
  /** Whether the process that owns an open job is gone, so that this one may continue it. */
  readonly isGone: (owner: JobOwner) => boolean;
}

export interface JobQueue<Request, Told> {
  /** Stores the job and returns at once. Throws what the kind throws for an invalid request. */
  readonly start: (request: Request) => Told;
  /** Stops at the next step; what was done is kept, complete. */
  readonly cancel: (id: Id) => Told;
  /** Does what is left, and retries what failed if its kind says that is worthwhile. */
  readonly retry: (id: Id) => Told;
  readonly list: () => readonly Told[];
  /** Resumes or ends what a crash or a quit cut short: see `afterRestart` of its kind. */
  readonly resume: () => void;
  /** Jobs that were ended because the app had stopped, each returned once, to be reported. */
  readonly takeCutShort: () => readonly Told[];
  /** Resolves when nothing in this queue is running or waiting. */
  readonly idle: () => Promise<void>;
  /** Stops at the next step; the next start decides what becomes of the job. */
  readonly close: () => Promise<void>;
}

/** Why a job ended that was running when the app stopped. */
const cutShort = (): Failure => ({
  code: 'job_cut_short',
  message: say('Nutgraf was closed before this was finished. What was done is kept.'),
});

const isUnfinished = ({ total, done, failed }: ToldJob): boolean => done + failed < total;

/** How a job's changes reach the store and the listeners. */
interface Telling<Told> {
  readonly tell: (id: Id) => Told;
  readonly end: (id: Id, state: 'done' | 'failed' | 'cancelled', failure: Failure | null) => Told;
}

type Options<Told, Context> = Context & JobQueueOptions<Told>;

function tellingOf<Request, Told extends ToldJob, Context extends JobContext>(
  kind: JobKind<Request, Told, Context>,
  { store, onChange }: Options<Told, Context>,
): Telling<Told> {
  const tell = (id: Id): Told => {
    const job = kind.get(store, id);
    onChange(job);
    return job;
  };
  return {
    tell,
    end: (id, state, failure) => {
      finishJob(store, id, state, failure);
      return tell(id);
    },
  };
}

/** Runs one job at a time; `stop` stops the one with that id, or whichever is running. */
function runningOf<Request, Told extends ToldJob>(
  { run }: Pick<JobRunner<Request, Told>, 'run'>,
  { tell, end }: Telling<Told>,
  now: (id: Id) => Told,
) {
  let running: { readonly id: Id; readonly stop: AbortController } | null = null;
  return {
    run: async (id: Id): Promise<void> => {
      const stop = new AbortController();
      running = { id, stop };
      const onStep = (): void => {
        // Another process on the store may have cancelled it.
        if (!isUnderWay(tell(id))) stop.abort();
      };
      const broken = await run(tell(id), stop.signal, onStep).finally(() => (running = null));
      // When stopped half-way, it has already been cancelled, left to the next start, or queued again.
      if (broken === null && stop.signal.aborted && isUnfinished(now(id))) return;
      end(id, broken === null ? 'done' : 'failed', broken);
    },
    stop: (id?: Id): void => {
      if (id === undefined || running?.id === id) running?.stop.abort();
    },
  };
}

/**
 * Runs what is waiting, one job after another. What was cut short is known once it has resumed: a window asks for it
 * as soon as anybody answers. Of a kind that ends with its process, a job whose process ends meanwhile is ended in the
 * next round, and never continued.
 */
function lineOf<Request, Told extends ToldJob, Context extends JobContext>(
  kind: JobKind<Request, Told, Context>,
  options: Options<Told, Context>,
  { tell, end }: Telling<Told>,
  onCutShort: (job: Told) => void,
) {
  const { store, pid, isGone, onTrouble } = options;
  const runner = kind.open(options);
  const running = runningOf(runner, { tell, end }, (id) => kind.get(store, id));
  const stopping = { now: false };
  /** What this process was asked for: an owner with its pid may otherwise be an earlier process. */
  const asked = new Set<Id>();
  let loop: Promise<void> = Promise.resolve();

  const isEnding = kind.afterRestart === 'ends';
  const endLeft = (): void => {
    for (const id of isEnding ? leftJobs(store, kind.name, isGone) : [])
      if (!asked.has(id)) onCutShort(end(id, 'cancelled', cutShort()));
  };
  const drain = async (): Promise<void> => {
    endLeft();
    while (!stopping.now) {
      const id = claimJob(store, kind.name, pid, isEnding ? () => false : isGone);
      if (id === null) return;
      await running.run(id);
    }
  };
  const wake = (asksFor?: Id): void => {
    if (asksFor !== undefined) asked.add(asksFor);
    loop = loop.then(drain).catch((thrown: unknown) => onTrouble(toldFailure(store.folder, thrown)));
  };
  return {
    make: runner.make,
    wake,
    endLeft,
    stop: running.stop,
    idle: async (): Promise<void> => loop,
    close: async (): Promise<void> => {
      stopping.now = true;
      running.stop();
      await loop;
      await runner.close();
    },
  };
}

/** Runs the jobs of a kind one after another, each stored before it runs. */
export function createJobQueue<Request, Told extends ToldJob, Context extends JobContext>(
  kind: JobKind<Request, Told, Context>,
  options: Options<Told, Context>,
): JobQueue<Request, Told> {
  const { store, pid, onChange } = options;
  const { tell, end } = tellingOf(kind, options);
  let untold: readonly Told[] = [];
  const line = lineOf(kind, options, { tell, end }, (job) => {
    untold = [...untold, job];
  });
  return {
    start: (request) => {
      const job = line.make(request);
      onChange(job);
      line.wake(job.id);
      return job;
    },
    cancel: (id) => {
      line.stop(id);
      return end(id, 'cancelled', null);
    },
    retry: (id) => {
      write(store, () => {
        if (reopenJob(store, id, pid)) kind.reopen(store, id);
      });
      const job = tell(id);
      line.wake(id);
      return job;
    },
    list: () => kind.list(store),
    resume: () => {
      try {
        line.endLeft();
        line.wake();
      } catch (thrown) {
        options.onTrouble(toldFailure(store.folder, thrown));
      }
    },
    takeCutShort: () => {
      const told = untold;
      untold = [];
      return told;
    },
    idle: line.idle,
    close: line.close,
  };
}
