import { NodeViewWrapper } from '@tiptap/react';
import type { ReactNodeViewProps } from '@tiptap/react';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Lock, LockOpen, Megaphone, Trash2 } from 'lucide-react';
import type { AdSlotAttrs } from '#shared/document/nodes/adSlot/adSlot';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { Menu } from '#renderer/ui/Menu';
import type { MenuItem } from '#renderer/ui/Menu';
import { slotName, slotSizes, useAdSlotDefinitions } from '../adSlotDefinitions';
import { removeBlock } from '../blocks/blocks';

/** A pinned ad slot in the text: a box that is dragged by its handle, or moved with Alt+Up and Alt+Down. */
export function AdSlotView(props: ReactNodeViewProps) {
  const slots = useAdSlotDefinitions();
  const { node, selected, editor } = props;
  const slotKey = String(node.attrs['slotKey']);
  const locked = node.attrs['locked'] === true;
  const name = slotName(slots, slotKey);
  return (
    <NodeViewWrapper
      className="ad-slot-box"
      role="group"
      aria-label={`Advertisement slot: ${name}`}
      data-selected={selected || undefined}
      contentEditable={false}
    >
      <Megaphone aria-hidden />
      <p>
        <strong>Advertisement</strong> · {name} · {slotSizes(slots, slotKey)}
        {locked && (
          <>
            {' '}
            · <Lock aria-hidden /> Locked
          </>
        )}
      </p>
      {editor.isEditable && !locked && (
        <span
          data-drag-handle
          className="drag-handle"
          title="Drag to move, or select and press Alt+Up or Alt+Down"
        >
          <GripVertical aria-hidden />
        </span>
      )}
      {editor.isEditable && (
        <Menu
          trigger={
            <button type="button" className="slot-menu" aria-label={`Change the slot ${name}`}>
              <Ellipsis aria-hidden />
            </button>
          }
          items={menuItems(props, slots)}
        />
      )}
    </NodeViewWrapper>
  );
}

function menuItems(
  { node, editor, getPos, updateAttributes }: ReactNodeViewProps,
  slots: readonly AdSlotDefinition[],
): readonly MenuItem[] {
  const { id, slotKey, locked } = node.attrs as AdSlotAttrs;
  const others = slots.filter(({ key, enabled }) => enabled && key !== slotKey);
  const move = (way: 'up' | 'down') => () =>
    editor
      .chain()
      .focus()
      .moveAdSlot(way, id ?? undefined)
      .run();
  const remove = (): void => {
    const pos = getPos();
    if (pos !== undefined) removeBlock(pos)(editor.state, editor.view.dispatch);
    editor.commands.focus();
  };
  return [
    ...others.map(({ key, name }) => ({
      label: `Use ${name}`,
      icon: Megaphone,
      onSelect: () => updateAttributes({ slotKey: key }),
    })),
    { label: 'Move up', icon: ArrowUp, keys: 'Alt+Up', disabled: locked, onSelect: move('up') },
    { label: 'Move down', icon: ArrowDown, keys: 'Alt+Down', disabled: locked, onSelect: move('down') },
    {
      label: locked ? 'Unlock' : 'Lock in place',
      icon: locked ? LockOpen : Lock,
      onSelect: () => updateAttributes({ locked: !locked }),
    },
    { label: 'Remove', icon: Trash2, danger: true, disabled: locked, onSelect: remove },
  ];
}
