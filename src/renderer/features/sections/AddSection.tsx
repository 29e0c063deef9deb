import { useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { TextField } from '#renderer/ui/TextField';
import { type SectionDraft, usualSections } from '#shared/domain/section';

interface AddSectionProps {
  /** How many sections there are: each new one takes the next colour. */
  readonly count: number;
  readonly onAdd: (draft: SectionDraft) => void;
}

/** A name to type for a new section at the top of the tree. */
export function AddSection({ count, onAdd }: AddSectionProps) {
  const [name, setName] = useState('');
  const colour = usualSections[count % usualSections.length]?.colour ?? usualSections[0].colour;
  return (
    <form
      className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onAdd({ name: name.trim(), colour, parentId: null });
        setName('');
      }}
    >
      <div className="min-w-32 flex-1">
        <TextField
          label="Name of a new section"
          labelHidden
          placeholder="New section"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={name.trim() === ''}>
        Add section
      </Button>
    </form>
  );
}
