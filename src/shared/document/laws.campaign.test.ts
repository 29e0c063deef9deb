import { describe, test } from 'vitest';
import { campaignSize } from '../../../tools/campaignSize';
import { expectOfRandomStories, laws } from './testing/laws';

const stories = campaignSize(1000, 20_000);

describe(`whatever the story, ${stories} of them`, () => {
  test.each(Object.entries(laws))('%s', (_sentence, law) => expectOfRandomStories(law, stories));
});
