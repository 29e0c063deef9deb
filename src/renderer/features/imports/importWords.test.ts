import { describe, expect, it, test } from 'vitest';
import type { ImportJob } from '#shared/domain/importJob';
import {
  batchWords,
  foundWords,
  leftOutWords,
  progressWords,
  shortImportWords,
  newsworthy,
} from './importWords';

const summary = {
  id: '01890000-0000-7000-8000-000000000001',
  headline: 'Ferry',
  section: null,
  hashtags: ['ferry'],
  adSlots: 1,
  crossheads: 2,
  words: 1200,
  leftOut: 3,
};
const job: ImportJob = {
  kind: 'import',
  id: '01890000-0000-7000-8000-000000000002',
  state: 'running',
  total: 120,
  done: 2,
  failed: 1,
  current: 'page.md',
  createdAt: 0,
  finishedAt: null,
  failure: null,
};

describe('the words of an import', () => {
  it('tell what was found and what was left out', () => {
    expect(foundWords(summary)).toBe('1,200 words, 2 crossheads, 1 hashtag, 1 ad slot');
    expect(leftOutWords(0)).toBe('Nothing was left out');
    expect(leftOutWords(1)).toBe('1 piece left out');
  });

  it('tell how a batch went', () => {
    expect(batchWords({ total: 1, done: 1, failed: 0 })).toBe('1 article imported');
    expect(batchWords({ total: 3, done: 1, failed: 2 })).toBe('1 article imported, 2 files failed');
    expect(batchWords(job)).toBe('2 articles imported, 1 file failed, 117 files not read');
  });

  it('tell how far it is, by file', () => {
    expect(progressWords(job)).toBe('3 of 120 files. Reading page.md');
    expect(shortImportWords(job)).toBe('Import 3 of 120');
    expect(shortImportWords({ ...job, state: 'cancelled' })).toBe('Import cancelled');
  });
});

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
