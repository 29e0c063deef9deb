import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { bullets, doc, h, item, p, rule, same } from '../../testing/builders';

test('an item that begins with another block than a paragraph has its marker alone on the line', () => {
  const empty = bullets(item(p()));
  same('- \n  - \n    -\n', doc(bullets(item(p(), bullets(item(p(), empty))))));
  same('- \n  ***\n', doc(bullets(item(p(), rule))));
});

test('a heading right behind the marker is read', () => {
  expect(fromMarkdown('- # One').toJSON()).toEqual(doc(bullets(item(p(), h(2, 'One')))).toJSON());
});
