import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { type JobOwner, claimJob, finishJob, leftJobs, reopenJob } from '../store/jobs/jobs';
import { toldFailure } from '../store/safety/recoveryMark';
import { write } from '../store/sql/write';
import type { JobContext, JobKind, ToldJob } from './kind';

interface JobQueueOptions<Told> {
  /** Called after every change of a job that this queue made. */
  readonly onChange: (job: Told) => void;
  /** Whether the process that an open job belongs to is gone, so that this one goes on with it. */
  readonly isGone: (owner: JobOwner) => boolean;
}

export interface JobQueue<Request, Told> {
  /** Keeps the job and answers at once. Throws what the kind does for a request that is none. */
  readonly start: (request: Request) => Told;
  /** Stops at the next step; what was done stays, whole. */
  readonly cancel: (id: Id) => Told;
  /** Goes on with what is not done yet, and with what failed where its kind says that another try is worth it. */
  readonly retry: (id: Id) => Told;
  readonly list: () => readonly Told[];
  /** Takes up, or ends, what a crash or a quit cut short: see `afterRestart` of its kind. */
  readonly resume: () => void;
  /** What was ended since the app's end had cut it short, and nobody was told of yet; each is answered once. */
  readonly takeCutShort: () => readonly Told[];
  /** Resolves when nothing of this queue runs or waits. */
  readonly idle: () => Promise<void>;
  /** Stops at the next step; what becomes of the job is up to the next start. */
  readonly close: () => Promise<void>;
}

/** Why a job ended that was under way when the app did. */
const cutShort: Failure = {
  code: 'job_cut_short',
  message: 'Nutgraf was closed before the end of it. What was done stays.',
};

const isUnfinished = ({ total, done, failed }: ToldJob): boolean => done + failed < total;

/** How the changes of a job reach the store and who listens. */
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

/** Runs what waits, one job after the other. */
function lineOf<Request, Told extends ToldJob, Context extends JobContext>(
  kind: JobKind<Request, Told, Context>,
  options: Options<Told, Context>,
  { tell, end }: Telling<Told>,
  onCutShort: (job: Told) => void,
) {
  const { store, pid, isGone } = options;
  const runner = kind.open(options);
  let running: { readonly id: Id; readonly stop: AbortController } | null = null;
  const stopping = { now: false };
  /** What this process was asked for: an owner of its own number may else be one before it. */
  const asked = new Set<Id>();
  let loop: Promise<void> = Promise.resolve();

  const runJob = async (id: Id): Promise<void> => {
    const stop = new AbortController();
    running = { id, stop };
    const broken = await runner.run(tell(id), stop.signal, () => tell(id)).finally(() => (running = null));
    // Stopped half-way it is cancelled, or left to the next start, or waits in line again already.
    if (broken === null && stop.signal.aborted && isUnfinished(kind.get(store, id))) return;
    end(id, broken === null ? 'done' : 'failed', broken);
  };
  const isEnding = kind.afterRestart === 'ends';
  const drain = async (): Promise<void> => {
    if (isEnding)
      for (const id of leftJobs(store, kind.name, isGone))
        if (!asked.has(id)) onCutShort(end(id, 'cancelled', cutShort));
    while (!stopping.now) {
      // A job of a process that is gone by now ends in the next round: it is never gone on with.
      const id = claimJob(store, kind.name, pid, isEnding ? () => false : isGone);
      if (id === null) return;
      await runJob(id);
    }
  };
  return {
    make: runner.make,
    wake: (asksFor?: Id): void => {
      if (asksFor !== undefined) asked.add(asksFor);
      loop = loop
        .then(drain)
        .catch((thrown: unknown) => options.onTrouble(toldFailure(store.folder, thrown)));
    },
    stop: (id: Id): void => {
      if (running?.id === id) running.stop.abort();
    },
    idle: async (): Promise<void> => loop,
    close: async (): Promise<void> => {
      stopping.now = true;
      running?.stop.abort();
      await loop;
      await runner.close();
    },
  };
}

/** Runs the jobs of a kind one after the other, each kept in the store before it runs. */
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
    resume: () => line.wake(),
    takeCutShort: () => {
      const told = untold;
      untold = [];
      return told;
    },
    idle: line.idle,
    close: line.close,
  };
}
