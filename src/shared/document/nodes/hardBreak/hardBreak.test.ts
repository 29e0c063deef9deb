import { expect, test } from 'vitest';
import { normalise } from '../../normalise';
import { bold, br, doc, p, same } from '../../testing/builders';

test('a break stands where it stood, and several do', () => {
  same('One\\\ntwo\\\n\\\nthree\n', doc(p('One', br, 'two', br, br, 'three')));
});

test('a mark spans a break between two of its words, and no other', () => {
  same('**one\\\ntwo**\\\nthree\n', doc(p(bold('one', br, 'two'), br, 'three')));
  const story = normalise(doc(p(bold('one', br), 'two')));
  expect(story.toJSON()).toEqual(doc(p(bold('one'), br, 'two')).toJSON());
});

test('a line break inside text counts, one that ends a paragraph does not', () => {
  const story = normalise(doc(p('one\r\ntwo\u2028three\n')));
  expect(story.toJSON()).toEqual(doc(p('one', br, 'two', br, 'three')).toJSON());
});
