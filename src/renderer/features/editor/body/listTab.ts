import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
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

/**
 * Tab leaves the text, as in every other field; it indents the item only if the setting says so and the caret is in a
 * list. Escape first lets it leave there too, so that no keyboard user is trapped in a list.
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
              const nests = currentSettings().tabInLists && !leaves && editor.isEditable;
              if (nests && nest(editor, event.shiftKey)) event.preventDefault();
              return true;
            },
          },
        },
      }),
    ];
  },
});
