import { QueryClient, type QueryKey, hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ContractEvents } from '#shared/contract';
import type { Listening } from '#shared/contract/define';
import type { Id } from '#shared/domain/id';
import { bridge } from '../../bridge';
import { rowFollower } from './followRows';
import { queries } from './queries';

/** What several events in a row make stale is read again once in this many ms. */
const GATHER = 250;
/** While someone types, each autosave may change what a search finds: that takes the store longer. */
const GATHER_SEARCHES = 1000;

/** Reads stay fresh until an event says otherwise, since no one but main can change what they read. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    },
  });
}

function gathering(client: QueryClient, ms: number) {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    timer = null;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (...keys: readonly QueryKey[]) => {
    for (const key of keys) waiting.set(hashKey(key), key);
    timer ??= setTimeout(flush, ms);
  };
}

function withJob<Job extends { readonly id: Id }>(
  jobs: readonly Job[] | undefined,
  changed: Job,
): readonly Job[] {
  const known = jobs ?? [];
  if (!known.some((job) => job.id === changed.id)) return [changed, ...known];
  return known.map((job) => (job.id === changed.id ? changed : job));
}

/**
 * Makes stale what main says has changed. What an event itself tells is shown at once and read again all the same: a
 * read that was under way may still answer what was true before the event, and would be believed for good.
 */
export function followMain(client: QueryClient, { on }: Listening<ContractEvents>): () => void {
  const stale = gathering(client, GATHER);
  const rows = rowFollower(client, { stale, staleSearches: gathering(client, GATHER_SEARCHES) });
  const stops = [
    rows.stop,
    on('articles.changed', (change) => {
      if (change.kind === 'rows') return change.rows.forEach(change.isOwn ? rows.followOwn : rows.follow);
      rows.forget();
      stale(['articles'], ['counts'], ['cms', 'links'], ['article'], ['importReport']);
    }),
    on('sections.changed', () => stale(['sections'], ['counts'], ['articles'])),
    on('settings.changed', () => stale(queries.settingsSources.queryKey, queries.update.queryKey)),
    on('cms.changed', ({ online, waiting }) => {
      client.setQueryData(queries.syncState.queryKey, { online, waiting });
      stale(queries.syncState.queryKey, ['cms', 'links'], ['cms', 'accounts']);
    }),
    on('updates.changed', (state) => {
      client.setQueryData(queries.update.queryKey, state);
      stale(queries.update.queryKey);
    }),
    on('jobs.changed', (job) => {
      if (job.kind === 'import') {
        client.setQueryData(queries.imports.queryKey, (jobs) => withJob(jobs, job));
        return stale(queries.imports.queryKey, ['importOutcomes', job.id]);
      }
      client.setQueryData(queries.jobs.queryKey, (jobs) => withJob(jobs, job));
      stale(queries.jobs.queryKey);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Follows main for as long as the window stands. */
export function useLiveQueries(): void {
  const client = useQueryClient();
  useEffect(() => followMain(client, bridge), [client]);
}
