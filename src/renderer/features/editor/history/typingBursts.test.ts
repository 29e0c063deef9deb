import { describe, expect, it } from 'vitest';
import { changedPart } from '../fields/changedPart';
import { typingBursts } from './typingBursts';
import type { TypedChange } from './typingBursts';

/** The text of a field after each key, and the number of the composition that the key was part of. */
type Key = readonly [text: string, composition?: number];

/** What the user sees after each undo, the text before everything last. */
function undone(keys: readonly Key[], place = 'headline'): readonly string[] {
  const bursts = typingBursts();
  const steps: { burst: number; before: string }[] = [];
  let before = '';
  for (const [text, composition] of keys) {
    const part = changedPart(before, text);
    if (!part) continue;
    const burst = bursts.next(changeOf(place, before, text, composition ?? null));
    if (steps.at(-1)?.burst !== burst) steps.push({ burst, before });
    before = text;
  }
  return steps.map((step) => step.before).toReversed();
}

function changeOf(place: string, before: string, text: string, composition: number | null): TypedChange {
  const part = changedPart(before, text) ?? { start: 0, before: 0, after: 0 };
  return {
    place,
    part,
    put: text.slice(part.start, part.after),
    behind: before.slice(Math.max(0, part.start - 1), part.start),
    composition,
  };
}

const typed = (text: string): readonly Key[] =>
  Array.from(text, (_sign, index) => [text.slice(0, index + 1)] as const);

describe('what is taken back together', () => {
  it('is a word, with the signs behind it', () => {
    expect(undone(typed('One two, three'))).toEqual(['One two, ', 'One ', '']);
  });

  it('is a run of deletions', () => {
    expect(undone([...typed('One'), ['On'], ['O']])).toEqual(['One', '']);
  });

  it('is a composition, whatever its preedit looks like', () => {
    const keys: readonly Key[] = [
      ['か', 1],
      ['かん', 1],
      ['漢字', 1],
      ['漢字に', 2],
      ['漢字二', 2],
    ];
    expect(undone(keys)).toEqual(['漢字', '']);
  });

  it('is a word that is made of several compositions in a script with spaces', () => {
    expect(undone([['ㅅ', 1], ['신', 1], ['신ㅁ', 2], ['신문', 2], ['신문 '], ['신문 ㄱ', 3]])).toEqual([
      '신문 ',
      '',
    ]);
    expect(undone([['c'], ['ca'], ['caf'], ['caf´', 4], ['café', 4], ['cafés']])).toEqual(['']);
  });

  it('is no more than what was typed at one place', () => {
    expect(undone([['a'], ['ab'], ['xab'], ['xyab']])).toEqual(['ab', '']);
    const bursts = typingBursts();
    const first = bursts.next(changeOf('headline', '', 'a', null));
    bursts.next(changeOf('caption', '', 'b', null));
    expect(bursts.next(changeOf('headline', 'a', 'ab', null))).not.toBe(first);
  });

  it('is never joined over a change that was not typed', () => {
    const bursts = typingBursts();
    const first = bursts.next(changeOf('headline', '', 'a', null));
    bursts.next(null);
    expect(bursts.next(changeOf('headline', 'a', 'ab', null))).not.toBe(first);
  });
});
