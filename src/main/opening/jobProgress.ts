import type { AnyJob } from '#shared/domain/anyJob';
import type { Id } from '#shared/domain/id';
import { isUnderWay } from '#shared/domain/job';

/** Follows the jobs that run: `show` hears which part of all of them together is done, 0 to 1, or null when none runs. */
export function followProgress(show: (part: number | null) => void): (job: AnyJob) => void {
  const running = new Map<Id, AnyJob>();
  return (job) => {
    const had = running.size > 0;
    if (isUnderWay(job)) running.set(job.id, job);
    else running.delete(job.id);
    const all = [...running.values()];
    const total = all.reduce((sum, one) => sum + one.total, 0);
    const ended = all.reduce((sum, one) => sum + one.done + one.failed, 0);
    if (total > 0) show(ended / total);
    else if (had) show(null);
  };
}
