import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { runCommand } from '#renderer/base/commands/commandBus';
import { currentContext } from '#renderer/base/commands/context';
import { platform, pressedCommand } from '#renderer/base/commands/commandKeys';
import { pressedKeys } from '#renderer/base/commands/pressedKeys';
import { isEnabled } from '#shared/commands';
import { isChangeable } from '#shared/commands/keys';

/**
 * What TipTap's own key maps, and the browser in a text that can be edited, would do with keys that belong to a
 * command here, or to none: formatting is a command's, whose keys a person may have changed.
 */
const formatting: ReadonlySet<string> = new Set(
  'B I U E Enter Shift+S Shift+B Shift+7 Shift+8 Shift+9 Alt+0 Alt+2 Alt+3 Alt+4'
    .split(' ')
    .map((keys) => `CmdOrCtrl+${keys}`),
);

/**
 * The commands' keys in the text, too: so a command means the same whether the page or the menu sees the key first.
 * Undo's and redo's are the article's (`useHistoryKeys`).
 */
export const CommandKeys = Extension.create({
  name: 'commandKeys',
  priority: 1002,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown: (view, event) => {
          if (
            view.composing ||
            !(event.ctrlKey || event.metaKey || event.altKey || event.key.startsWith('F'))
          )
            return false;
          const command = pressedCommand(event);
          if (command === null) return formatting.has(pressedKeys(event, platform()) ?? '');
          if (!isChangeable(command)) return false;
          // The caret is here, whether or not the rest of the window has heard of it.
          if (isEnabled(command, { ...currentContext(), article: true, editing: true }))
            void runCommand(command);
          return true;
        },
      },
    }),
  ],
});
