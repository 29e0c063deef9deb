import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { announce } from '#renderer/base/notices/announce';
import { showNotice, reportProblem } from '#renderer/base/notices/notices';
import { observable, useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { batchWords } from './importWords';

/** What the imports dialog shows. */
type Shown = { readonly kind: 'job'; readonly id: Id } | { readonly kind: 'report'; readonly articleId: Id };

const shown = observable<Shown | null>(null);

export const showImport = (what: Shown | null): void => shown.set(() => what);

/** Imports that main began for this window, which nothing here follows yet. */
const handedOver = observable<readonly ImportJob[]>([]);

/** Follows an import that was not started by a command of this window, as if it were. */
export const followImport = (job: ImportJob): void => handedOver.set((now) => [...now, job]);

const isImportShown = (id: Id): boolean => {
  const now = shown.get();
  return now?.kind === 'job' && now.id === id;
};

export const useShownImport = (): Shown | null => useObservable(shown);

/** The topic of the notice about an import that ended in the background. */
const ended = (id: Id): string => `import.ended.${id}`;

/** Says how an import went, with a button that shows all of it. */
export function tellOfImport(job: ImportJob, text: string): void {
  showNotice({
    topic: ended(job.id),
    tone: job.state === 'done' && job.failed === 0 ? 'ok' : 'warn',
    text,
    action: { label: say('Import results'), run: () => showImport({ kind: 'job', id: job.id }) },
  });
}

/** Actions in a window, each of which may be the first key of a word. */
const acts = ['keydown', 'pointerdown', 'input'] as const;

/**
 * Returns a function that tells whether, since then, the user has done nothing in this window and the same article is
 * open.
 */
function useStaying(): () => () => boolean {
  const { articleId } = useNavigation();
  const open = useRef(articleId);
  const count = useRef(0);
  useEffect(() => {
    open.current = articleId;
  });
  useEffect(() => {
    const stop = new AbortController();
    const act = (): void => {
      count.current += 1;
    };
    for (const name of acts) window.addEventListener(name, act, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  return () => {
    const before = { open: open.current, count: count.current };
    return () => open.current === before.open && count.current === before.count;
  };
}

/** Reports one file that became an article while the user was doing something else. */
function tellOfArticle(jobId: Id, { headline }: ImportSummary, open: () => void): void {
  showNotice({
    topic: ended(jobId),
    tone: 'ok',
    text:
      headline === ''
        ? say('An article without a headline was imported.')
        : say('“{headline}” was imported.', { headline }),
    action: { label: say('Open article'), run: open },
  });
}

/**
 * Follows the imports started in this window: several files in a dialog that can be left; one file until its article
 * can be shown, which happens at once if the user is waiting for it. Everything else is reported in a notice.
 */
export function useStartedImports(onSingle: (summary: ImportSummary) => void) {
  const client = useQueryClient();
  const jobs = useQuery(queries.imports).data;
  const started = useRef(new Map<Id, () => boolean>());
  const staying = useStaying();

  const tellSingle = async ({ id }: ImportJob, isWaitedFor: () => boolean): Promise<void> => {
    const [outcome] = await client.fetchQuery({ ...queries.importOutcomes(id), staleTime: 0 });
    if (outcome?.kind !== 'imported') return;
    const { summary } = outcome;
    if (isImportShown(id)) showImport(null);
    else if (!isWaitedFor()) return tellOfArticle(id, summary, () => onSingle(summary));
    onSingle(summary);
  };
  const tell = async (job: ImportJob, isWaitedFor: () => boolean): Promise<void> => {
    const alone = job.total === 1;
    const result = say('{result}.', { result: batchWords(job) });
    if (alone && job.done === 1) await tellSingle(job, isWaitedFor);
    else if (isImportShown(job.id)) announce(result);
    else if (alone && isWaitedFor()) showImport({ kind: 'job', id: job.id });
    else tellOfImport(job, result);
  };
  const tellEnded = (known: readonly ImportJob[] = []): void => {
    for (const job of known) {
      const isWaitedFor = started.current.get(job.id);
      if (isUnderWay(job) || !isWaitedFor) continue;
      started.current.delete(job.id);
      tell(job, isWaitedFor).catch(reportProblem);
    }
  };
  const onJobs = useEffectEvent(tellEnded);
  useEffect(() => onJobs(jobs), [jobs]);

  const follow = (job: ImportJob): void => {
    if (job.total > 1) showImport({ kind: 'job', id: job.id });
    started.current.set(job.id, staying());
    // It may have ended before this window heard that it had begun.
    tellEnded(client.getQueryData(queries.imports.queryKey));
  };
  const handed = useObservable(handedOver);
  const onHanded = useEffectEvent((jobs: readonly ImportJob[]) => {
    if (jobs.length === 0) return;
    handedOver.set((now) => now.filter((job) => !jobs.includes(job)));
    for (const job of jobs) follow(job);
  });
  useEffect(() => onHanded(handed), [handed]);
  return follow;
}
