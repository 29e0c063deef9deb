import type { Time } from '#shared/domain/id';
import { isAlive } from '../store/disk/durableFile';
import type { JobOwner } from '../store/jobs/jobs';

/** A process that lives tells so at least this often (ms) while it runs a job; a pid may have been given anew. */
const SILENCE = 5 * 60_000;

/** Tells whether the process that ran a job has ended, so that another may go on with it; `now` is the store's. */
export const ownerGone =
  (now: () => Time) =>
  ({ pid, heartbeat }: JobOwner): boolean =>
    pid === process.pid || now() - heartbeat > SILENCE || !isAlive(pid);
