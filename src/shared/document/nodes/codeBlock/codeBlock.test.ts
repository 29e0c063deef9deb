import { expect, test } from 'vitest';
import { countWords } from '../../countWords';
import { fromMarkdown } from '../../fromMarkdown';
import { normalise } from '../../normalise';
import { schema } from '../../schema';
import { bullets, codeBlock, doc, item, p, quote, same } from '../../testing/builders';
import { toPlainText } from '../../toPlainText';

test('code keeps its lines, the blank ones at its ends too, its tabs and its signs', () => {
  same('```js\nlet a;\n\n\tb\n```\n', doc(codeBlock('let a;\n\n\tb', 'js')));
  same('```\n\n  # *a*\n\n\n```\n', doc(codeBlock('\n  # *a*\n\n')));
  same('```\n\n```\n', doc(codeBlock('')));
});

test('the fence is longer than any in the code', () => {
  same('````\n```js\na\n```\n````\n', doc(codeBlock('```js\na\n```')));
  same('```c++\n~~~\n---\n``\n```\n', doc(codeBlock('~~~\n---\n``', 'c++')));
});

test('it stands in quotes and lists', () => {
  same(
    '> One.\n>\n> ```\n> a\n>\n> \tb\n> ```\n'.replace('a\n>\n', 'a\n> \n'),
    doc(quote(p('One.'), codeBlock('a\n\n\tb'))),
  );
  same('- one\n\n  ```\n  a\n  ```\n', doc(bullets(item(p('one'), codeBlock('a')))));
});

test('other ways to write it in Markdown are read too', () => {
  const read = (markdown: string) => fromMarkdown(markdown).child(0);
  expect(read('~~~ js title="a"\na\n~~~').toJSON()).toEqual(codeBlock('a', 'js').toJSON());
  expect(read('    # a\n\n      b\n').toJSON()).toEqual(codeBlock('# a\n\n  b').toJSON());
  expect(read('```{.r}\na\n```').attrs['language']).toBeNull();
  expect(read(`\`\`\`${'x'.repeat(31)}\na\n\`\`\``).attrs['language']).toBeNull();
});

test('its line breaks are of one kind, and what is no text is left out', () => {
  const code = codeBlock('a\r\nb\rc\u0000\u0007\td');
  expect(normalise(doc(code)).child(0).textContent).toBe('a\nb\nc\td');
});

test('no language but a short word is stored', () => {
  const block = { type: 'codeBlock', attrs: { language: 'a"><b' } };
  expect(() => schema.nodeFromJSON(block).check()).toThrow('no proper language');
});

test('it is text of the story, and none of its words are counted', () => {
  const story = doc(p('Three words here.'), codeBlock('let a\nlet b'));
  expect(toPlainText(story)).toBe('Three words here.\n\nlet a\nlet b');
  expect(countWords(story)).toBe(3);
});
