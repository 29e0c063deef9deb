import { describe, expect, it } from 'vitest';
import { differenceWords } from './differenceWords';

const of = (base: string | null, ours: string | null, theirs: string | null, where = 'Paragraph 2') =>
  differenceWords({ where, kind: 'block', base, ours, theirs });

describe('the words of a difference', () => {
  it('tell who changed what', () => {
    expect(of('a', 'b', 'c').what).toBe('both changed');
    expect(of('a', 'b', null).what).toBe('changed here, removed there');
    expect(of('a', 'a', 'c').what).toBe('changed there');
    expect(of(null, 'b', null).what).toBe('added here');
    expect(of('a', 'b', 'b').what).toBe('changed on both sides alike');
  });

  it('tell a conflict from a change of one side', () => {
    expect(of('a', 'b', 'c').isConflict).toBe(true);
    expect(of('a', 'a', 'c').isConflict).toBe(false);
  });

  it('name a field as the form does', () => {
    expect(of('a', 'b', 'c', 'headline').title).toBe('Headline');
    expect(of('a', 'b', 'c').title).toBe('Paragraph 2');
  });
});
