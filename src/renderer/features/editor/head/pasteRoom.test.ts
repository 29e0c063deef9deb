import { describe, expect, it } from 'vitest';
import { leftOutOfPaste } from './pasteRoom';

const caret = (value: string) => ({ value, selectionStart: value.length, selectionEnd: value.length });

describe('what a field has no room for', () => {
  it.each([
    ['nothing of what fits', caret('abc'), 'defg', 7, 0],
    ['the end of what does not', caret('abc'), 'defgh', 7, 1],
    ['less where something is replaced', { value: 'abc', selectionStart: 0, selectionEnd: 3 }, 'defgh', 4, 1],
    ['all where the field is full', caret('abc'), 'de', 3, 2],
  ])('is %s', (_what, target, pasted, limit, leftOut) => {
    expect(leftOutOfPaste(target, pasted, limit)).toBe(leftOut);
  });
});
