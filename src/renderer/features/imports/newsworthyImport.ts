import type { ImportJob } from '#shared/domain/importJob';
import { jobUnderWay } from '#shared/domain/job';

/** Of a single file that came in, the article itself tells. */
const saysAll = ({ state, total, failed }: ImportJob): boolean =>
  state === 'done' && total === 1 && failed === 0;

const isCutShort = ({ failure }: ImportJob): boolean => failure?.code === 'job_cut_short';

/** Of imports, the newest first, which one to show: what runs, what ended since then, what the last start cut short. */
export function newsworthy(jobs: readonly ImportJob[], openedAt: number): ImportJob | undefined {
  const loud = jobs.filter((job) => !saysAll(job));
  return (
    jobUnderWay(jobs) ??
    loud.find(({ finishedAt }) => finishedAt !== null && finishedAt >= openedAt) ??
    loud.slice(0, 1).find(isCutShort)
  );
}
