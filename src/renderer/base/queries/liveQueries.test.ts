import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExportJob } from '#shared/domain/exportJob';

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
