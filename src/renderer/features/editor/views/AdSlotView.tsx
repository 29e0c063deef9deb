import { NodeViewWrapper } from '@tiptap/react';
import type { ReactNodeViewProps } from '@tiptap/react';
import { Ellipsis, GripVertical, Lock, Megaphone } from 'lucide-react';
import type { AdSlotAttrs } from '#shared/document/nodes/adSlot/adSlot';
import { Menu } from '#renderer/ui/Menu';
import { slotLabel, slotName, slotSizes } from '../adSlots/slotWords';
import { useAdSlotDefinitions } from '../adSlots/useAdSlotDefinitions';
import { slotMenu } from './slotMenu';
import { say } from '#shared/language/say';

/** A pinned ad slot in the text: a box that is dragged by its handle, or moved with Alt+Up and Alt+Down. */
export function AdSlotView({ node, selected, editor, getPos }: ReactNodeViewProps) {
  const definitions = useAdSlotDefinitions();
  const attrs = node.attrs as AdSlotAttrs;
  const name = slotName(definitions, attrs.slotKey);
  return (
    <NodeViewWrapper
      as="fieldset"
      className="ad-slot-box"
      aria-label={slotLabel(name, attrs.locked)}
      data-selected={selected || undefined}
      contentEditable={false}
    >
      <Megaphone aria-hidden />
      <p>
        <strong>{say('Advertisement')}</strong> · {name} ·{' '}
        <bdi dir="ltr">{slotSizes(definitions, attrs.slotKey)}</bdi>
        {attrs.locked && (
          <>
            {' · '}
            <Lock aria-hidden /> {say('Locked')}
          </>
        )}
      </p>
      {editor.isEditable && !attrs.locked && (
        <span
          data-drag-handle
          className="drag-handle"
          title={say('Drag, or select it and press Alt+Up or Alt+Down')}
        >
          <GripVertical aria-hidden />
        </span>
      )}
      {editor.isEditable && (
        <Menu
          button={{
            className: 'slot-menu',
            'aria-label': say('Change the slot {name}', { name }),
            children: <Ellipsis aria-hidden />,
          }}
          items={slotMenu(editor, definitions, { attrs, position: getPos })}
        />
      )}
    </NodeViewWrapper>
  );
}
