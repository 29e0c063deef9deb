import { expect, it, describe } from 'vitest';
import { conflictWords, differenceWords } from './conflictWords';

it('offers to keep one of two texts', () => {
  const both = conflictWords(
    [{ where: 'headline', kind: 'field', base: 'a', ours: 'b', theirs: 'c' }],
    'The Site',
  );
  expect(both).toMatchObject({ isGone: false, mine: 'Keep mine and send', theirs: 'Take theirs' });
  expect(both.about).toContain('Changed both here and on The Site');
});

it('offers to send a post again that is gone from the site, or to forget it', () => {
  const gone = conflictWords(
    [{ where: 'post', kind: 'field', base: 'on the site', ours: 'Headline', theirs: 'in the trash' }],
    'The Site',
  );
  expect(gone).toMatchObject({ isGone: true, mine: 'Send again as a draft', theirs: 'Forget the post' });
  expect(gone.about).toBe('On The Site, the post is in the trash. Nothing is sent until you choose.');
});

const of = (base: string | null, ours: string | null, theirs: string | null, where = 'Paragraph 2') =>
  differenceWords({ where, kind: 'block', base, ours, theirs });

describe('the words of a difference', () => {
  it('tell who changed what', () => {
    expect(of('a', 'b', 'c').what).toBe('both changed');
    expect(of('a', 'b', null).what).toBe('changed here, removed there');
    expect(of('a', 'a', 'c').what).toBe('changed there');
    expect(of(null, 'b', null).what).toBe('added here');
    expect(of('a', 'b', 'b').what).toBe('changed the same way on both sides');
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
