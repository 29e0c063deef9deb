import { describe, expect, it } from 'vitest';
import type { ExportJob } from '#shared/domain/exportJob';
import { jobWords, shortJobWords } from './jobWords';

function job(change: Partial<ExportJob>): ExportJob {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'export',
    request: { format: 'markdown', selection: { kind: 'all' }, folder: '/out' },
    state: 'running',
    total: 2000,
    done: 330,
    failed: 10,
    createdAt: 0,
    finishedAt: null,
    failure: null,
    notes: [],
    ...change,
  };
}

describe('the words of an export', () => {
  it('count what is behind it, written or not', () => {
    expect(jobWords(job({}))).toBe('340 of 2,000 articles.');
    expect(shortJobWords(job({}))).toBe('Export 340 of 2,000');
  });

  it('say what was written and what was not', () => {
    expect(jobWords(job({ state: 'done', done: 1, failed: 0, total: 1 }))).toBe('1 article written.');
    expect(jobWords(job({ state: 'done', done: 8, failed: 2 }))).toContain('8 articles written, 2 failed');
    expect(shortJobWords(job({ state: 'done', failed: 2 }))).toBe('Export done, 2 failed');
  });

  it('are the failure’s own when there is one', () => {
    const failure = { code: 'folder_gone', message: 'The folder is gone.' };
    expect(jobWords(job({ state: 'failed', failure }))).toBe('The folder is gone.');
    expect(jobWords(job({ state: 'failed' }))).toContain('Your articles are safe');
  });
});
