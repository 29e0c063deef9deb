import { describe, test } from 'vitest';
import { expectOfRandomStories, laws } from './testing/laws';

describe('whatever the story', () => {
  test.each(Object.entries(laws))('%s', (_sentence, law) => expectOfRandomStories(law, 150));
});
