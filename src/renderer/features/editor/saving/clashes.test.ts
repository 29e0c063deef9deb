import { expect, it } from 'vitest';
import { article, paragraphs } from '../autosave/fixtures';
import { mergeStories, storyOf } from '../autosave/story';
import { clashOf } from './clashes';

const base = article({ body: paragraphs('One', 'Two', 'Three'), sectionId: null });

function clashes(mine: Parameters<typeof article>[0], other: Parameters<typeof article>[0]) {
  const [before, ours, theirs] = [base, { ...base, ...mine }, { ...base, ...other }];
  const texts = { base: storyOf(before), mine: storyOf(ours), theirs, sections: [] };
  const { choices } = mergeStories(texts.base, texts.mine, storyOf(theirs));
  return choices.map((choice) => clashOf(choice, texts));
}

it('tells of a field and of a block both texts and what was there before', () => {
  expect(
    clashes(
      { hashtags: ['quay'], body: paragraphs('One', 'Two, mine', 'Three') },
      { hashtags: ['ferry', 'sea'], body: paragraphs('One', 'Two, theirs', 'Three, theirs') },
    ),
  ).toEqual([
    { key: 'hashtags', title: 'Hashtags', note: '', base: '', mine: '#quay', theirs: '#ferry #sea' },
    { key: 'block p1', title: 'Paragraph', note: '', base: 'Two', mine: 'Two, mine', theirs: 'Two, theirs' },
  ]);
});

it('tells of a block that one side took out', () => {
  expect(clashes({ body: paragraphs('One', 'Two') }, { body: paragraphs('One', 'Two', 'Three!') })).toEqual([
    { key: 'block p2', title: 'Paragraph', note: '', base: 'Three', mine: null, theirs: 'Three!' },
  ]);
});
