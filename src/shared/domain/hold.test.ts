import { afterEach, expect, test } from 'vitest';
import { speakLanguage } from '../language/speakLanguage';
import { holdWords, holdsOn, requireReleased } from './hold';

afterEach(() => speakLanguage('en'));

const held = { headline: 'The verdict', embargo: 2000, legalHold: { reason: 'Court order' } };
const keysOf = (article: typeof held): readonly string[] => holdsOn(article, 1000).map(({ key }) => key);

test('what a reason covered is covered in another language too, and after a start with another time zone', async () => {
  const overridden = keysOf(held);
  const told = holdWords(holdsOn(held, 1000));
  await speakLanguage('de');
  expect(holdWords(holdsOn(held, 1000))).not.toBe(told);
  expect(() => requireReleased(held, 1000, overridden)).not.toThrow();
});

test('a hold that came later, or was changed, is not covered', () => {
  const overridden = keysOf(held);
  expect(() => requireReleased({ ...held, embargo: 3000 }, 1000, overridden)).toThrow('The verdict');
  expect(() => requireReleased({ ...held, legalHold: { reason: 'Appeal' } }, 1000, overridden)).toThrow(
    'under legal hold (Appeal)',
  );
  expect(() => requireReleased({ ...held, embargo: 3000 }, 3000, overridden)).not.toThrow();
});
