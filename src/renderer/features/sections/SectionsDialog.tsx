import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { toFailure } from '#shared/domain/failure';
import { AddSection } from './AddSection';
import { SectionRow } from './SectionRow';
import { placeSections } from './sectionTree';
import { useSections } from './useSections';

function SectionsEditor({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const sections = useSections();
  const [problem, setProblem] = useState<string | null>(null);
  /** Answers with the reason when the change is refused, to be said at the field that it was made in. */
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
      title="Sections"
      about="The parts of the paper. A change is kept at once."
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
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

/** Carries out the command that edits the sections. */
export function SectionsDialog() {
  const [open, setOpen] = useState(false);
  useCommand('sections.edit', () => setOpen(true));
  return open ? <SectionsEditor onClose={() => setOpen(false)} /> : null;
}
