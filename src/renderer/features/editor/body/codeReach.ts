import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { changedBlocks } from '#shared/document/changedBlocks';
import { isCode } from '#shared/document/documentNode';

/**
 * In code no spelling is looked at. A long line scrolls inside its block: by the caret while it is written, which the
 * block says as a part of the text that can be written in, and by the focus where it is only read.
 */
function marked(doc: Node, isEditable: boolean): DecorationSet {
  const reach = isEditable ? { contenteditable: 'true' } : { tabindex: '0' };
  const marks: Decoration[] = [];
  doc.descendants((node, at) => {
    if (isCode(node.type))
      marks.push(Decoration.node(at, at + node.nodeSize, { ...reach, spellcheck: 'false', translate: 'no' }));
    return !node.isTextblock;
  });
  return marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks);
}

function holdsCode(block: Node): boolean {
  return isCode(block.type) || (!block.isTextblock && block.children.some(holdsCode));
}

/** What is typed elsewhere moves the marks: the whole story is not walked at a key press. */
function moved(marks: DecorationSet, { mapping, doc }: Transaction, before: Node): DecorationSet {
  const changed = changedBlocks(before, doc);
  const isOfCode = [...changed.before, ...changed.after].some(holdsCode);
  return isOfCode ? marked(doc, true) : marks.map(mapping, doc);
}

const read = new WeakMap<Node, DecorationSet>();

/** The marks of a story that is only read, which no key press changes. */
function markedToRead(doc: Node): DecorationSet {
  const known = read.get(doc) ?? marked(doc, false);
  read.set(doc, known);
  return known;
}

const key = new PluginKey<DecorationSet>('codeReach');

/** Gives the code blocks of the text what only the editor needs of them. */
export const CodeReach = Extension.create({
  name: 'codeReach',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => marked(doc, true),
          apply: (tr, marks, before) => (tr.docChanged ? moved(marks, tr, before.doc) : marks),
        },
        props: {
          // What may be written in changes without a transaction.
          decorations: (state) => (editor.isEditable ? key.getState(state) : markedToRead(state.doc)),
        },
      }),
    ];
  },
});
