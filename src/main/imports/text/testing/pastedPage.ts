import { recogniseText } from '../recogniseText';
import type { TextStory } from '../textStory';

const sections = ['World', 'City', 'Sport', 'Culture', 'Business'];

export const read = (text: string, known: readonly string[] = sections): TextStory =>
  recogniseText(text, { sections: known });

/** The story as a person would sketch it: crossheads with `## `, slots as `[ad]`. */
export const sketch = ({ blocks }: TextStory): readonly string[] =>
  blocks.map((block) => {
    if (block.kind === 'adSlot') return '[ad]';
    return block.kind === 'crosshead' ? `## ${block.text}` : block.text;
  });

/** A story of four paragraphs. */
export const first =
  'The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks.';
export const second =
  'Traffic will be led over the northern crossing, which is to get a second lane before the autumn.';
export const third = '“We have no choice,” the mayor said. “It is that or a collapse.”';
export const fourth = 'The work is to begin in March, and the ministry has promised to pay for half of it.';
