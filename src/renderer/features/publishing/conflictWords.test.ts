import { expect, it } from 'vitest';
import { conflictWords } from './conflictWords';

it('offers to keep one of two texts', () => {
  const both = conflictWords(
    [{ where: 'headline', kind: 'field', base: 'a', ours: 'b', theirs: 'c' }],
    'The Site',
  );
  expect(both).toMatchObject({ isGone: false, mine: 'Keep mine and send', theirs: 'Take theirs' });
  expect(both.about).toContain('Changed here and on The Site');
});

it('offers to send a post again that went from the site, or to let go of it', () => {
  const gone = conflictWords(
    [{ where: 'post', kind: 'field', base: 'on the site', ours: 'Headline', theirs: 'in the trash' }],
    'The Site',
  );
  expect(gone).toMatchObject({ isGone: true, mine: 'Send again as a draft', theirs: 'Let go of the post' });
  expect(gone.about).toBe('On The Site the post is in the trash. Nothing is sent until you choose.');
});
