import { expect, it } from 'vitest';
import { doubleWords } from './doubleWords';

const url = 'https://example.org/?p=15';

it('says which post goes on, which is too many, and that nothing is deleted by itself', () => {
  const words = doubleWords({ remoteId: '12', doubles: [{ remoteId: '15', url }] });
  expect(words).toContain('a second post of this article: number 15.');
  expect(words).toContain('Your text is safe here. Nutgraf goes on with post number 12.');
  expect(words).toContain('delete it there: Nutgraf deletes nothing on a site.');
});

it('names each of several, and no post of ours where there is none', () => {
  const doubles = ['15', '16'].map((remoteId) => ({ remoteId, url }));
  const words = doubleWords({ remoteId: null, doubles });
  expect(words).toContain('more posts of this article: number 15, number 16.');
  expect(words).not.toContain('goes on');
  expect(words).toContain('delete them there');
});
