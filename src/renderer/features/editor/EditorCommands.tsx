import { useEffect, useState } from 'react';
import type { Editor } from '@tiptap/core';
import { commands } from '#shared/commands';
import type { WindowCommandId } from '#shared/commands';
import { adSlotsOf } from '#shared/document/outline';
import { DEFAULT_AD_SLOT } from '#shared/domain/adSlot';
import { announce } from '#renderer/base/notices/announce';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useCommandContext } from '#renderer/base/commands/context';
import { showNotice } from '#renderer/base/notices/notices';
import { focusText } from './body/focusText';
import { nextSlotKey, slotName } from './adSlots/slotWords';
import { useAdSlotDefinitions } from './adSlots/useAdSlotDefinitions';
import { insertImages, pickImageFiles } from './body/imageFiles';
import { stepByMenu, useHistoryKeys } from './history/useHistoryKeys';
import { openArticles } from './useOpenArticle';
import type { OpenArticle } from './openArticle';
import { editingCommandIds, editingCommands } from './toolbar/editingCommands';
import type { EditingCommandId } from './toolbar/editingCommands';
import { NODE_FIELD } from './views/nodeFieldEvents';
import { say } from '#shared/language/say';

interface EditorCommandsProps {
  readonly article: OpenArticle;
  readonly trashed: boolean;
}

/** Runs the commands of the menu, the palette and the keys on the open article. */
export function EditorCommands({ article, trashed }: EditorCommandsProps) {
  const slots = useAdSlotDefinitions();
  useCommandContext({ article: true, trashed, editing: useIsEditing() });

  useCommand('article.save', async () => {
    const isSaved = await openArticles.saveNow(article);
    announce(isSaved ? say('Saved') : say('Not saved yet'));
  });
  useCommand('view.editor', () => goToText(article));
  useHistoryKeys(article);
  useCommand('edit.undo', () => stepByMenu(article, 'undo'));
  useCommand('edit.redo', () => stepByMenu(article, 'redo'));
  useCommand('insert.adSlot', () => {
    const editor = article.editor.get();
    if (!editor?.isEditable) return;
    const placed = adSlotsOf(editor.state.doc).map(({ slotKey }) => slotKey);
    const slotKey = nextSlotKey(slots, placed);
    focusText(editor);
    const isPlaced = editor.commands.insertAdSlot(slotKey ?? undefined);
    if (isPlaced)
      announce(say('Ad slot {name} added', { name: slotName(slots, slotKey ?? DEFAULT_AD_SLOT) }));
  });
  useCommand('insert.image', async () => {
    const editor = article.editor.get();
    if (editor?.isEditable) await insertImages(editor, await pickImageFiles());
  });
  return editingCommandIds.map((command) => (
    <CarriesOut
      key={command}
      command={command}
      run={() => {
        const editor = article.editor.get();
        if (editor?.isEditable) changeText(editor, command);
      }}
    />
  ));
}

function goToText({ editor }: OpenArticle): void {
  const open = editor.get();
  if (!open) return;
  focusText(open);
  open.commands.scrollIntoView();
}

/** A command that cannot do anything at the caret says so: silence would look like a fault. */
function changeText(editor: Editor, command: EditingCommandId): void {
  const before = editor.state;
  focusText(editor);
  editingCommands[command](editor.chain()).run();
  const { doc, storedMarks } = editor.state;
  const isDone = !doc.eq(before.doc) || storedMarks !== before.storedMarks;
  if (isDone || command === 'format.paragraph') return;
  showNotice({
    topic: 'no change',
    tone: 'info',
    text: say(
      '{command} does not work on this selection, so nothing was changed. Select only text, without images or ad slots, and try again.',
      { command: commands[command].label() },
    ),
  });
}

function CarriesOut({ command, run }: { readonly command: WindowCommandId; readonly run: () => void }) {
  useCommand(command, run);
  return null;
}

/**
 * Whether the text, or a tool above it, has the focus; a field within the text counts as a tool. Something that takes
 * the focus without giving it to anything in the page, such as the menu bar, changes nothing: the menu's commands
 * apply to the text that was left.
 */
function useIsEditing(): boolean {
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    const look = ({ target }: FocusEvent): void => {
      setEditing(
        target instanceof Element &&
          target.closest('.story-text, [data-editing-tools]') !== null &&
          !target.matches(NODE_FIELD),
      );
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  return editing;
}
