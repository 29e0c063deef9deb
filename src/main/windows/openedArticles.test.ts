import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId } from '#shared/domain/id';
import { expect, onTestFinished, test } from 'vitest';
import { MOST_RECENT, keepOpenedArticles } from './openedArticles';

const ids = Array.from({ length: MOST_RECENT + 2 }, (_, index) =>
  makeId(1_800_000_000_000 + index, new Uint8Array(10)),
);
const [first = '', second = ''] = ids;

function fileInFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-opened-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'opened.json');
}

const keptIn = (file: string, onChange = (): void => undefined) => keepOpenedArticles(file, onChange);

test('what was opened last is open at the next start, and what was closed is not', async () => {
  const file = fileInFolder();
  const opened = keptIn(file);
  expect(opened.now()).toEqual({ open: null, recent: [] });
  opened.opened(first);
  opened.opened(second);
  await opened.settled();
  expect(keptIn(file).now()).toEqual({ open: second, recent: [second, first] });
  opened.opened(null);
  await opened.settled();
  expect(keptIn(file).now()).toEqual({ open: null, recent: [second, first] });
  expect(readdirSync(join(file, '..'))).toEqual(['opened.json']);
});

test('the recent articles are ten, newest first, each once, until the list is cleared', async () => {
  const file = fileInFolder();
  let changes = 0;
  const opened = keptIn(file, () => {
    changes += 1;
  });
  for (const id of ids) opened.opened(id);
  opened.opened(ids[5] ?? null);
  const expected = [ids[5], ...ids.toReversed().filter((id) => id !== ids[5])].slice(0, MOST_RECENT);
  expect(opened.now().recent).toEqual(expected);
  expect(changes).toBe(ids.length + 1);
  opened.clear();
  await opened.settled();
  expect(keptIn(file).now()).toEqual({ open: ids[5], recent: [] });
});

test('a spoilt file is as good as none', () => {
  const file = fileInFolder();
  for (const spoilt of ['{"open":', '{"open":"../x","recent":[]}', 'null']) {
    writeFileSync(file, spoilt);
    expect(keptIn(file).now()).toEqual({ open: null, recent: [] });
  }
});
