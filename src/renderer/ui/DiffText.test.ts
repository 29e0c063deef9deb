import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRun, wordDiff } from './DiffText';

const signs = { same: '', added: '+', removed: '-' } as const;
const drawn = (runs: readonly DiffRun[]) => runs.map(({ kind, text }) => `${signs[kind]}[${text}]`).join('');
const without = (kind: DiffRun['kind'], runs: readonly DiffRun[]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join('');

describe('what changed in a text', () => {
  it('is told by words, not by letters', () => {
    expect(drawn(wordDiff('The quay is closed.', 'The quay is open.'))).toBe(
      '[The quay is ]-[closed]+[open][.]',
    );
  });

  it('is one change where several words in a row are others', () => {
    expect(drawn(wordDiff('built in 1974 here', 'untouched since 1974 here'))).toBe(
      '-[built in]+[untouched since][ 1974 here]',
    );
  });

  it('is nothing when the texts are one, and all of it when one is empty', () => {
    expect(drawn(wordDiff('As it was', 'As it was'))).toBe('[As it was]');
    expect(drawn(wordDiff('', 'New'))).toBe('+[New]');
    expect(drawn(wordDiff('Gone', ''))).toBe('-[Gone]');
    expect(wordDiff('', '')).toEqual([]);
  });

  it('spells both texts, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('a', 'b', ' ', '.', 'é'), { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        expect(without('added', runs)).toBe(before);
        expect(without('removed', runs)).toBe(after);
      }),
    );
  });

  it('takes a text of many thousand words at once, as replaced', () => {
    const runs = wordDiff('one '.repeat(5000), 'two '.repeat(5000));
    expect(runs.map((run) => run.kind)).toEqual(['removed', 'added']);
  });
});
