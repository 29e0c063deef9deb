import type { Time } from '#shared/domain/id';
import { isAlive } from '../store/disk/durableFile';
import type { JobOwner } from '../store/jobs/jobs';

/** A process reports at least this often (ms) that it is alive while it runs a job; its pid may have been reused. */
const SILENCE = 5 * 60_000;

/** Tells whether the process that ran a job has ended, so that another may continue it; `now` is the store's. */
export const ownerGone =
  (now: () => Time) =>
  ({ pid, heartbeat }: JobOwner): boolean =>
    pid === process.pid || now() - heartbeat > SILENCE || !isAlive(pid);
