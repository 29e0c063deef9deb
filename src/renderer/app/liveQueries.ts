import { QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ExportJob } from '#shared/domain/exportJob';
import { desk } from '../desk';
import { queries } from './queries';

/** While someone types, each autosave changes the list: it is read again at most once in this many ms. */
const GATHER = 250;

/** Reads stay fresh until an event says otherwise, since no one but main can change what they read. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    },
  });
}

function gathering(client: QueryClient) {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    timer = null;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (...keys: readonly QueryKey[]) => {
    for (const key of keys) waiting.set(key.join('/'), key);
    timer ??= setTimeout(flush, GATHER);
  };
}

function withJob(jobs: readonly ExportJob[] | undefined, changed: ExportJob): readonly ExportJob[] {
  const known = jobs ?? [];
  if (!known.some((job) => job.id === changed.id)) return [changed, ...known];
  return known.map((job) => (job.id === changed.id ? changed : job));
}

/** Makes stale what main says has changed. */
export function useLiveQueries(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stale = gathering(client);
    const stops = [
      desk.on('articles.changed', ({ ids }) => {
        stale(['articles'], ['counts'], ['cms', 'links']);
        stale(...(ids.length === 0 ? [['article'], ['importReport']] : ids.map((id) => ['article', id])));
      }),
      desk.on('sections.changed', () => stale(['sections'], ['counts'], ['articles'])),
      desk.on('cms.changed', ({ online, waiting }) => {
        client.setQueryData(queries.syncState.queryKey, { online, waiting });
        stale(['cms', 'links'], ['cms', 'accounts'], ['articles']);
      }),
      desk.on('jobs.changed', (job) =>
        client.setQueryData(queries.jobs.queryKey, (jobs) => withJob(jobs, job)),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
}
