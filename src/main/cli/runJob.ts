import type { AnyJob } from '#shared/domain/anyJob';
import type { Id } from '#shared/domain/id';
import { type Jobs, closeJobs } from '../jobs/kinds';
import type { JobQueue } from '../jobs/queue';
import type { HearInterrupt } from './interrupt';

/** What a command's job works with. */
export interface JobSurroundings {
  /** Opens the queues of this process; `onChange` hears every change to their jobs. */
  readonly openJobs: (onChange: (job: AnyJob) => void) => Jobs;
  readonly hearInterrupt: HearInterrupt;
}

interface Run<Request> {
  readonly queue: (jobs: Jobs) => Pick<JobQueue<Request, AnyJob>, 'start' | 'cancel' | 'idle'>;
  readonly request: Request;
  readonly onChange?: (job: AnyJob) => void;
}

interface Ended {
  readonly id: Id;
  /** The exit code of the interrupt that cancelled it; null when none did. */
  readonly interrupted: number | null;
}

/**
 * Runs one job to its end; an interrupt cancels it, and what it had done is kept. Throws what its kind throws for an
 * invalid request.
 */
export async function runJob<Request>(
  { openJobs, hearInterrupt }: JobSurroundings,
  { queue: queueOf, request, onChange = () => undefined }: Run<Request>,
): Promise<Ended> {
  const jobs = openJobs(onChange);
  const queue = queueOf(jobs);
  let interrupted: number | null = null;
  const troubles: unknown[] = [];
  try {
    const { id } = queue.start(request);
    const stopHearing = hearInterrupt((exitCode) => {
      interrupted ??= exitCode;
      try {
        queue.cancel(id);
      } catch (thrown) {
        troubles.push(thrown);
      }
    });
    await queue.idle().finally(stopHearing);
    if (troubles.length > 0) throw troubles[0];
    return { id, interrupted };
  } finally {
    await closeJobs(jobs);
  }
}
