import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent, useRef } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { TextField } from '#renderer/ui/TextField';
import { toFailure } from '#shared/domain/failure';
import { type SectionDraft, usualSections } from '#shared/domain/section';
import { say } from '#shared/language/say';
import { SectionRow } from './SectionRow';
import { placeSections } from './sectionTree';
import { useSections } from './useSections';

function SectionsEditor({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const sections = useSections();
  const [problem, setProblem] = useState<string | null>(null);
  /** Returns the reason when the change is refused, to be shown at its field. */
  const keep = async (change: Promise<unknown>): Promise<string | null> => {
    setProblem(null);
    const refusal = await change.then(
      () => null,
      (thrown: unknown) => toFailure(thrown).message,
    );
    await client.invalidateQueries({ queryKey: queries.sections.queryKey });
    return refusal;
  };
  return (
    <Dialog
      title={say('Sections')}
      about={say('The sections of the paper. Changes are saved at once.')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Done')}</Button>}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <ul>
        {placeSections(sections).map((placed) => (
          <SectionRow
            key={placed.section.id}
            placed={placed}
            sections={sections}
            onChange={(id, change) => keep(bridge.sections.update({ id, change }))}
            onColour={(id, colour) =>
              void keep(bridge.sections.update({ id, change: { colour } })).then(setProblem)
            }
            onRemove={(id) => void keep(bridge.sections.remove({ id })).then(setProblem)}
          />
        ))}
      </ul>
      <AddSection count={sections.length} onAdd={(draft) => keep(bridge.sections.create(draft))} />
    </Dialog>
  );
}

/** Handles the command that edits the sections. */
export function SectionsDialog() {
  const [open, setOpen] = useState(false);
  useCommand('sections.edit', () => setOpen(true));
  return open ? <SectionsEditor onClose={() => setOpen(false)} /> : null;
}

interface AddSectionProps {
  /** How many sections there are: each new one gets the next colour. */
  readonly count: number;
  /** Returns the reason when it is refused. */
  readonly onAdd: (draft: SectionDraft) => Promise<string | null>;
}

/** A name to type for a new section at the top of the tree. A refused name stays, with the reason. */
function AddSection({ count, onAdd }: AddSectionProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const colour = usualSections[count % usualSections.length]?.colour ?? usualSections[0].colour;
  const add = async (): Promise<void> => {
    if (name.trim() === '') return;
    const refusal = await onAdd({ name: name.trim(), colour, parentId: null });
    setProblem(refusal);
    if (refusal === null) setName((now) => (now === name ? '' : now));
    else field.current?.focus();
  };
  return (
    <form
      className="mt-3 flex flex-wrap items-start gap-2 border-t border-line pt-4"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="min-w-32 flex-1">
        <TextField
          ref={field}
          label={say('Name of a new section')}
          labelHidden
          placeholder={say('New section')}
          value={name}
          maxLength={200}
          problem={problem ?? undefined}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
      </div>
      <Button type="submit" disabled={name.trim() === ''}>
        {say('Add section')}
      </Button>
    </form>
  );
}
