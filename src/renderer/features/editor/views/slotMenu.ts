import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowUp, Lock, LockOpen, Megaphone, Trash2 } from 'lucide-react';
import type { AdSlotAttrs } from '#shared/document/nodes/adSlot/adSlot';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import type { MenuItem } from '#renderer/ui/Menu';
import { announce } from '#renderer/base/notices/announce';
import { focusText } from '../body/focusText';
import { movedWords, slotName } from '../adSlots/slotWords';
import { removeBlock } from '../blocks/blocks';
import { say } from '#shared/language/say';

/** A slot of the text, and its position when one of the menu's items is chosen. */
export interface SlotInText {
  readonly attrs: AdSlotAttrs;
  readonly position: () => number | undefined;
}

/** What can be done with a slot, in its box and in the inspector alike. */
export function slotMenu(
  editor: Editor,
  definitions: readonly AdSlotDefinition[],
  { attrs: { id, slotKey, locked }, position }: SlotInText,
): readonly MenuItem[] {
  const others = definitions.filter(({ key, enabled }) => enabled && key !== slotKey);
  const change = (attribute: keyof AdSlotAttrs, value: unknown) => () => {
    const at = position();
    if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, attribute, value));
  };
  const name = slotName(definitions, slotKey);
  const move = (way: 'up' | 'down') => () => {
    const isMoved = editor.commands.moveAdSlot(way, id ?? undefined);
    focusText(editor);
    announce(movedWords(name, way, isMoved));
  };
  const remove = (): void => {
    const at = position();
    if (at !== undefined) removeBlock(at)(editor.state, editor.view.dispatch);
    focusText(editor);
    announce(say('Ad slot {name} removed', { name }));
  };
  return [
    ...others.map(({ key, name }) => ({
      label: say('Use {name}', { name }),
      icon: Megaphone,
      onSelect: change('slotKey', key),
    })),
    { label: say('Move up'), icon: ArrowUp, keys: 'Alt+Up', disabled: locked, onSelect: move('up') },
    { label: say('Move down'), icon: ArrowDown, keys: 'Alt+Down', disabled: locked, onSelect: move('down') },
    {
      label: locked ? say('Unlock') : say('Lock in place'),
      icon: locked ? LockOpen : Lock,
      onSelect: change('locked', !locked),
    },
    { label: say('Remove'), icon: Trash2, danger: true, disabled: locked, onSelect: remove },
  ];
}
