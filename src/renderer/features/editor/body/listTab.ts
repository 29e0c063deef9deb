import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { indentCode } from './codeKeys';
import { currentSettings } from '#renderer/base/queries/settings';

/** How many lists the caret is in, one inside another. */
function listDepth({ selection: { $from } }: EditorState): number {
  let depth = 0;
  for (let level = $from.depth; level > 0; level -= 1)
    if ($from.node(level).type.name === 'listItem') depth += 1;
  return depth;
}

/** Indents or outdents the item; false if that cannot be done, and then the key leaves the text. */
function nest(editor: Editor, isOut: boolean): boolean {
  const depth = listDepth(editor.state);
  if (isOut) return depth > 1 && editor.commands.liftListItem('listItem');
  return depth > 0 && editor.commands.sinkListItem('listItem');
}

function indent(editor: Editor, isOut: boolean): boolean {
  const isIndented = indentCode(isOut)(editor.state, editor.view.dispatch);
  return isIndented || (currentSettings().tabInLists && nest(editor, isOut));
}

/**
 * Tab leaves the text, as in every other field; it indents code, and a list item only if the setting says so. Escape
 * first lets it leave there too, so that no keyboard user is trapped.
 */
export const ListTab = Extension.create({
  name: 'listTab',
  priority: 1000,
  addProseMirrorPlugins() {
    const { editor } = this;
    let leaves = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              if (event.key !== 'Tab') {
                leaves = event.key === 'Escape' || (leaves && event.key === 'Shift');
                return false;
              }
              if (event.ctrlKey || event.altKey || event.metaKey) return false;
              const indents = !leaves && editor.isEditable;
              if (indents && indent(editor, event.shiftKey)) event.preventDefault();
              return true;
            },
          },
        },
      }),
    ];
  },
});
