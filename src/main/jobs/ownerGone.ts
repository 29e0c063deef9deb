import type { JobOwner } from '../store/jobs';

/** A process that lives tells so at least this often (ms) while it runs a job; a pid may have been given anew. */
const SILENCE = 5 * 60_000;

/** Whether the process that ran a job has ended, so that another may go on with it. */
export function isGone({ pid, heartbeat }: JobOwner): boolean {
  if (pid === process.pid || Date.now() - heartbeat > SILENCE) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM');
  }
}
