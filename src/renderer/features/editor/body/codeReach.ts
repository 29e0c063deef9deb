import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
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

/** Gives the code blocks of the text what only the editor needs of them. */
export const CodeReach = Extension.create({
  name: 'codeReach',
  addProseMirrorPlugins() {
    const { editor } = this;
    let last = {
      doc: editor.schema.topNodeType.createAndFill(),
      isEditable: true,
      marks: DecorationSet.empty,
    };
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const { isEditable } = editor;
            if (last.doc !== doc || last.isEditable !== isEditable)
              last = { doc, isEditable, marks: marked(doc, isEditable) };
            return last.marks;
          },
        },
      }),
    ];
  },
});
