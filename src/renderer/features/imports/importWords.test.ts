import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '#shared/contract/operations/imports';
import { batchWords, foundWords, leftOutWords } from './importWords';

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
const imported: ImportOutcome = { kind: 'imported', file: 'a.txt', summary };
const failed: ImportOutcome = {
  kind: 'failed',
  file: 'b.txt',
  failure: { code: 'empty_file', message: 'Empty.' },
};

describe('the words of an import', () => {
  it('tell what was found and what was left out', () => {
    expect(foundWords(summary)).toBe('1,200 words, 2 crossheads, 1 hashtag, 1 ad slot');
    expect(leftOutWords(0)).toBe('Nothing was left out');
    expect(leftOutWords(1)).toBe('1 piece left out');
  });

  it('tell how a batch went', () => {
    expect(batchWords([imported])).toBe('1 article imported');
    expect(batchWords([imported, failed, failed])).toBe('1 article imported, 2 files failed');
  });
});
