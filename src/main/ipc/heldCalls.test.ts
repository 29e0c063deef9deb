import { channels } from '#shared/contract/define';
import { expect, test, vi } from 'vitest';
import { type Answering, holdCalls } from './heldCalls';

const unknown = { code: 'unknown_operation', message: 'There is no such operation.', detail: null };

type Handle = (event: unknown, ...call: readonly unknown[]) => Promise<unknown>;

const handled = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handle: unknown) => handled.set(channel, handle) },
}));

test('calls that come before anybody answers wait, and get their answers in the order they came', async () => {
  const begin = holdCalls(
    () => Promise.resolve({ ok: false, failure: unknown }),
    () => undefined,
  );
  const call = handled.get(channels.call) as Handle;
  const answered: unknown[] = [];
  const early = ['sections.list', 'articles.counts'].map(async (name) => {
    answered.push(await call({}, name, undefined, []));
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toEqual([]);
  begin((_event, name) => Promise.resolve({ ok: true, value: name }));
  await Promise.all(early);
  expect(answered).toEqual([
    { ok: true, value: 'sections.list' },
    { ok: true, value: 'articles.counts' },
  ]);
  expect(await call({}, 'app.settings', undefined, [])).toEqual({ ok: true, value: 'app.settings' });
});

test('what can be answered from the start is, until the whole answers', async () => {
  const from =
    (who: string, known: readonly string[]): Answering =>
    (_event, name) =>
      Promise.resolve(
        known.includes(String(name))
          ? { ok: true, value: `${String(name)} by ${who}` }
          : { ok: false, failure: unknown },
      );
  const onHeld = vi.fn<() => void>();
  const held = new Promise<void>((resolve) => {
    onHeld.mockImplementation(resolve);
  });
  const begin = holdCalls(from('the first', ['articles.list']), onHeld);
  const call = handled.get(channels.call) as Handle;
  expect(await call({}, 'articles.list', undefined, [])).toEqual({
    ok: true,
    value: 'articles.list by the first',
  });
  expect(onHeld).not.toHaveBeenCalled();
  const waits = call({}, 'articles.get', undefined, []);
  await held;
  expect(onHeld).toHaveBeenCalledOnce();
  begin(from('the whole', ['articles.list', 'articles.get']));
  expect(await waits).toEqual({ ok: true, value: 'articles.get by the whole' });
  expect(await call({}, 'articles.list', undefined, [])).toEqual({
    ok: true,
    value: 'articles.list by the whole',
  });
});
