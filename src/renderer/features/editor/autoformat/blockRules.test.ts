import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schema } from '#shared/document/schema';
import { blockRule } from './blockRules';

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
