import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schema } from '#shared/document/schema';
import { blockRule, fenceRule } from './blockRules';

const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);
const list = (...items: readonly string[]): Node =>
  schema.node(
    'bulletList',
    null,
    items.map((item) => schema.node('listItem', null, [paragraph(item)])),
  );

/** What the rule makes of the text, with the caret after its last letter. */
function formatted(...blocks: readonly Node[]): EditorState | null {
  const doc = schema.node('doc', null, blocks);
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
  const transaction = blockRule(state);
  return transaction && state.apply(transaction);
}

test.each(['*', '-', '+'])(
  'the second %s of a line of such signs takes back the list of the first',
  (sign) => {
    const made = formatted(paragraph('Before.'), list(`${sign} `));
    expect(made?.doc.children.map((block) => block.textContent)).toEqual(['Before.', `${sign} ${sign} `]);
    expect(made?.selection.$from.parentOffset).toBe(4);
  },
);

test('a sign in a list of more than one item is a sign', () => {
  expect(formatted(list('one', '- '))).toBeNull();
});

test.each([
  ['``` ', null],
  ['```c++ ', 'c++'],
])('%j begins a code block', (typed, language) => {
  const made = formatted(paragraph('Before.'), paragraph(typed))?.doc.child(1);
  expect([made?.type.name, made?.attrs['language'], made?.textContent]).toEqual(['codeBlock', language, '']);
});

test('no sign begins a block in code', () => {
  const code = (text: string) => schema.node('codeBlock', null, [schema.text(text)]);
  for (const typed of ['## ', '- ', '> ', '---', '``` ']) expect(formatted(code(typed))).toBeNull();
});

test('Enter behind a fence begins a code block, unless anything else is in the paragraph', () => {
  const at = (text: string, caret: number): EditorState => {
    const doc = schema.node('doc', null, [paragraph(text)]);
    return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
  };
  expect(fenceRule(at('```js', 6))?.doc.child(0).attrs['language']).toBe('js');
  expect(fenceRule(at('```js x', 6))).toBeNull();
  expect(fenceRule(at('a ```', 6))).toBeNull();
});
