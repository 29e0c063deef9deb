import { QueryClient, type QueryMeta, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExportJob } from '#shared/domain/exportJob';
import type { Listing } from '../navigation/navigation';
import { listedRow } from './testing/listedRow';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { nutgraf: { on: vi.fn<() => void>() } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Main as a window sees it: a list whose answer is on its way for as long as one wants, and events. */
function slowMain() {
  const heard = new Map<string, (told: unknown) => void>();
  const answers: ((jobs: readonly Partial<ExportJob>[]) => void)[] = [];
  return {
    on: (name: string, hear: (told: unknown) => void) => {
      heard.set(name, hear);
      return () => heard.delete(name);
    },
    tell: (name: string, told: unknown) => heard.get(name)?.(told),
    list: () => new Promise<readonly Partial<ExportJob>[]>((resolve) => answers.push(resolve)),
    answers,
  };
}

test('an export that ended is not shown as running by a list that was asked for before', async () => {
  const { followMain } = await import('./liveQueries');
  const main = slowMain();
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const stop = followMain(client, main as unknown as Parameters<typeof followMain>[1]);
  const shown = new QueryObserver(client, { queryKey: ['jobs'], queryFn: main.list });
  const leave = shown.subscribe(() => undefined);

  main.tell('jobs.changed', { id: 'a', state: 'done' });
  expect(shown.getCurrentResult().data).toEqual([{ id: 'a', state: 'done' }]);
  main.answers[0]?.([{ id: 'a', state: 'running' }]);
  await vi.advanceTimersByTimeAsync(1000);
  main.answers[1]?.([{ id: 'a', state: 'done' }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.getCurrentResult().data).toEqual([{ id: 'a', state: 'done' }]);

  leave();
  stop();
  client.clear();
});

/** A window that shows a list, a search, the counts and the links of one article, and counts what it reads. */
async function shownWindow() {
  const { followMain } = await import('./liveQueries');
  const main = slowMain();
  const reads = new Map<string, number>();
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const stop = followMain(client, main as unknown as Parameters<typeof followMain>[1]);
  const show = (name: string, queryKey: readonly unknown[], value?: unknown, meta: QueryMeta = {}) => {
    reads.set(name, 0);
    const queryFn = () => {
      reads.set(name, (reads.get(name) ?? 0) + 1);
      return Promise.resolve(value ?? client.getQueryData(queryKey));
    };
    if (value !== undefined) client.setQueryData(queryKey, value);
    return new QueryObserver(client, { queryKey, queryFn, meta }).subscribe(() => undefined);
  };
  const showList = (name: string, listing: Listing) =>
    show(name, ['articles', 'list', listing], pages, { listing });
  const page = {
    rows: [listedRow({}), listedRow({ id: 'b', headline: 'Two', updatedAt: 0 })],
    next: null,
    total: 2,
  };
  const pages = { pages: [page], pageParams: [null] };
  const listing = { view: 'draft', sectionId: null, query: '' } as const;
  client.setQueryData(['sections'], []);
  const leaving = [
    showList('list', listing),
    showList('search', { ...listing, query: 'o' }),
    show('counts', ['counts'], {}),
    show('links', ['cms', 'links', 'a'], []),
  ];
  const close = (): void => {
    leaving.forEach((leave) => leave());
    stop();
    client.clear();
  };
  const rows = () => client.getQueryData<typeof pages>(['articles', 'list', listing])?.pages[0]?.rows;
  const headlines = () => rows()?.map(({ headline }) => headline);
  const leaveAll = () => leaving.splice(0).forEach((leave) => leave());
  const showAgain = () => leaving.push(show('list', ['articles', 'list', listing]));
  const tell = (change: unknown) => main.tell('articles.changed', change);
  return { reads, rows, headlines, close, leaveAll, showAgain, tell };
}

test('the rows of what changed stand in the list at once; only what they cannot tell is read', async () => {
  const { reads, headlines, close, tell } = await shownWindow();
  tell({ kind: 'rows', rows: [listedRow({})], isOwn: true });
  await vi.advanceTimersByTimeAsync(2000);
  reads.forEach((_, name) => reads.set(name, 0));

  tell({
    kind: 'rows',
    rows: [listedRow({ id: 'a', headline: 'One more', updatedAt: 2, version: 2 })],
    isOwn: true,
  });
  expect(headlines()).toEqual(['One more', 'Two']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(Object.fromEntries(reads)).toEqual({ list: 0, search: 1, counts: 0, links: 0 });

  tell({ kind: 'rows', rows: [listedRow({ updatedAt: 3, status: 'ready', sync: 'waiting' })], isOwn: false });
  expect(headlines()).toEqual(['Two']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(Object.fromEntries(reads)).toEqual({ list: 0, search: 2, counts: 1, links: 1 });
  close();
});

test('while somebody types here the list waits for a rest, and follows at once where more than the text changes', async () => {
  const { headlines, rows, close, tell } = await shownWindow();
  tell({ kind: 'rows', rows: [listedRow({})], isOwn: true });
  const saved = (version: number, change = {}) =>
    tell({ kind: 'rows', rows: [listedRow({ version, wordCount: version, ...change })], isOwn: true });
  for (let version = 2; version < 6; version += 1) {
    saved(version);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(rows()?.[0]?.wordCount).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(rows()?.[0]?.wordCount).toBe(5);

  saved(6);
  saved(7, { headline: 'Another' });
  expect(headlines()).toEqual(['Another', 'Two']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(rows()?.[0]?.wordCount).toBe(7);
  close();
});

test('what another window writes stands in the list at once', async () => {
  const { rows, close, tell } = await shownWindow();
  for (const version of [2, 3]) {
    tell({ kind: 'rows', rows: [listedRow({ version, wordCount: version })], isOwn: false });
    expect(rows()?.[0]?.wordCount).toBe(version);
  }
  close();
});

test('where any article may have changed, all that is shown is read again', async () => {
  const { reads, close, tell } = await shownWindow();
  tell({ kind: 'any' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(Object.fromEntries(reads)).toEqual({ list: 1, search: 1, counts: 1, links: 1 });
  close();
});

test('a list that went stale while hidden is read when it is shown, whatever row was announced since', async () => {
  const { reads, close, leaveAll, showAgain, tell } = await shownWindow();
  leaveAll();
  tell({ kind: 'any' });
  await vi.advanceTimersByTimeAsync(2000);
  tell({ kind: 'rows', rows: [listedRow({ headline: 'One more', updatedAt: 2, version: 2 })], isOwn: false });
  await vi.advanceTimersByTimeAsync(2000);
  expect(reads.get('list')).toBe(0);
  showAgain();
  await vi.advanceTimersByTimeAsync(2000);
  expect(reads.get('list')).toBe(1);
  close();
});

test('another edit of an article whose site has an older text makes its sync state stale', async () => {
  const { reads, close, tell } = await shownWindow();
  const edited = (version: number) =>
    tell({ kind: 'rows', rows: [listedRow({ sync: 'changed', updatedAt: version, version })], isOwn: true });
  edited(2);
  await vi.advanceTimersByTimeAsync(2000);
  const before = reads.get('links') ?? 0;
  edited(3);
  await vi.advanceTimersByTimeAsync(2000);
  expect(reads.get('links')).toBe(before + 1);
  close();
});
