import { expect, test } from 'vitest';
import type { ImportJob } from '#shared/domain/importJob';
import { newsworthy } from './newsworthyImport';

const OPENED = 100;

const jobOf = (id: string, content: Partial<ImportJob>): ImportJob => ({
  kind: 'import',
  id,
  state: 'done',
  total: 2,
  done: 2,
  failed: 0,
  current: null,
  createdAt: 0,
  finishedAt: 1,
  failure: null,
  ...content,
});

const running = jobOf('running', { state: 'running', done: 1, finishedAt: null });
const waiting = jobOf('waiting', { state: 'waiting', done: 0, finishedAt: null });
const now = jobOf('now', { finishedAt: OPENED + 1 });
const single = jobOf('single', { total: 1, done: 1, finishedAt: OPENED + 2 });
const cutShort = jobOf('cut', { state: 'cancelled', failure: { code: 'job_cut_short', message: 'Ended.' } });
const before = jobOf('before', {});

test.each([
  ['what runs, over what waits behind it', [waiting, running, now], 'running'],
  ['what waits, over what has ended', [waiting, now], 'waiting'],
  ['what ended since the window opened', [now, cutShort], 'now'],
  ['what was cut short', [cutShort, before], 'cut'],
  ['what was cut short, behind a story that tells itself that it came in', [single, cutShort], 'cut'],
  ['nothing that an import ended after', [before, cutShort], undefined],
  ['nothing old', [before], undefined],
  ['nothing', [], undefined],
])('the status bar shows %s', (_, jobs, shown) => {
  expect(newsworthy(jobs, OPENED)?.id).toBe(shown);
});
