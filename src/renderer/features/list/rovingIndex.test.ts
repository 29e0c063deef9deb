import { describe, expect, it } from 'vitest';
import { rovingIndex } from './rovingIndex';

describe('keys in the list', () => {
  it('go up and down and stop at the ends', () => {
    expect(rovingIndex('ArrowDown', 0, 3)).toBe(1);
    expect(rovingIndex('ArrowDown', 2, 3)).toBe(2);
    expect(rovingIndex('ArrowUp', 0, 3)).toBe(0);
    expect(rovingIndex('Home', 2, 3)).toBe(0);
    expect(rovingIndex('End', 0, 3)).toBe(2);
    expect(rovingIndex('PageDown', 0, 100)).toBe(8);
    expect(rovingIndex('PageUp', 3, 100)).toBe(0);
  });

  it('start at the end they come from', () => {
    expect(rovingIndex('ArrowDown', -1, 3)).toBe(0);
    expect(rovingIndex('ArrowUp', -1, 3)).toBe(2);
  });

  it('move nothing when the list is empty or the key means something else', () => {
    expect(rovingIndex('ArrowDown', -1, 0)).toBeNull();
    expect(rovingIndex('a', 0, 3)).toBeNull();
  });
});
