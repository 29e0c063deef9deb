import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { Ellipsis, Lock, Plus } from 'lucide-react';
import { adSlotsOf } from '#shared/document/outline';
import type { PlacedAdSlot } from '#shared/document/outline';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useObservable } from '#renderer/base/observable';
import { slotMenu, slotName, slotSizes, useAdSlotDefinitions } from '#renderer/features/editor';
import { Button } from '#renderer/ui/Button';
import { Menu } from '#renderer/ui/Menu';
import type { TabProps } from './tabProps';
import { firstWords } from '#renderer/base/firstWords';
import { say } from '#shared/language/say';

const NONE: readonly PlacedAdSlot[] = [];

/** The ad slots in the text, from top to bottom. */
export function AdsTab({ article, readOnly }: TabProps) {
  const editor = useObservable(article.editor);
  const definitions = useAdSlotDefinitions();
  const slots = useEditorState({ editor, selector: placedSlots }) ?? NONE;
  return (
    <div className="flex flex-col gap-4">
      {slots.length === 0 ? (
        <p className="text-ink-2">
          {say('No ad slot in the text yet. A new one goes below the block with the caret.')}
        </p>
      ) : (
        <ol aria-label={say('Ad slots in the text')} className="flex flex-col divide-y divide-line">
          {slots.map((slot, index) => (
            <SlotRow
              key={slot.id ?? slot.position}
              slot={slot}
              number={index + 1}
              editor={editor}
              definitions={definitions}
              readOnly={readOnly}
            />
          ))}
        </ol>
      )}
      <Button disabled={readOnly} onClick={() => void runCommand('insert.adSlot')}>
        <Plus aria-hidden /> {say('Add ad slot')}
      </Button>
    </div>
  );
}

function placedSlots({ editor }: { readonly editor: Editor | null }): readonly PlacedAdSlot[] {
  return editor ? adSlotsOf(editor.state.doc) : NONE;
}

interface SlotRowProps {
  readonly slot: PlacedAdSlot;
  readonly number: number;
  readonly editor: Editor | null;
  readonly definitions: readonly AdSlotDefinition[];
  readonly readOnly: boolean;
}

function SlotRow({ slot, number, editor, definitions, readOnly }: SlotRowProps) {
  const name = slotName(definitions, slot.slotKey);
  return (
    <li className="flex items-start gap-2.5 py-2.5 first:pt-0">
      <span className="flex size-5 shrink-0 items-center justify-center rounded-small border border-ad-line bg-ad-soft text-tiny font-semibold text-ad">
        {number}
      </span>
      <button
        type="button"
        className="min-w-0 flex-1 rounded-small text-start"
        title={say('Go to it in the text')}
        onClick={() => editor && goTo(editor, slot.position)}
      >
        <span className="flex flex-wrap items-baseline justify-between gap-x-2">
          <strong className="one-line font-semibold">{name}</strong>
          <span dir="ltr" className="shrink-0 text-meta text-ink-2">
            {slotSizes(definitions, slot.slotKey)}
          </span>
        </span>
        <span className="block text-meta break-words text-ink-2">
          {slot.locked && <Lock aria-label={say('Locked')} className="me-1 inline !size-3" />}
          {slot.after === ''
            ? say('Before the text.')
            : say('After “{words}”.', { words: firstWords(slot.after) })}
        </span>
      </button>
      {editor && !readOnly && (
        <Menu
          button={{
            'aria-label': say('Change {name}', { name }),
            className:
              'inline-flex size-6 items-center justify-center rounded-control text-ink-2 hover:bg-sunken',
            children: <Ellipsis aria-hidden />,
          }}
          items={slotMenu(editor, definitions, { attrs: slot, position: () => slot.position })}
        />
      )}
    </li>
  );
}

function goTo(editor: Editor, position: number): void {
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, position)).scrollIntoView());
  editor.view.focus();
}
