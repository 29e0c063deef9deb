import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { br, doc, h, p, same } from '../../testing/builders';

test('crossheads have the levels 2 to 4', () => {
  same('## Two\n\n### Three\n\n#### Four\n', doc(h(2, 'Two'), h(3, 'Three'), h(4, 'Four')));
});

test('other levels are read as the nearest that there is', () => {
  expect(fromMarkdown('# One\n\nSix\n---\n\n###### Six').toJSON()).toEqual(
    doc(h(2, 'One'), h(2, 'Six'), h(4, 'Six')).toJSON(),
  );
});

test('number signs at its end are text', () => {
  same('## C\\#\n\n## a #\\#\n\n##\n', doc(h(2, 'C#'), h(2, 'a ##'), h(2)));
});

test('a break within it keeps it one heading', () => {
  same('## One<br>two\n\nThree\n', doc(h(2, 'One', br, 'two'), p('Three')));
});
