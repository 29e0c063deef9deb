import { type SubmitEvent, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button';
import { TextField } from '#renderer/ui/TextField';
import { type SectionDraft, usualSections } from '#shared/domain/section';

interface AddSectionProps {
  /** How many sections there are: each new one takes the next colour. */
  readonly count: number;
  /** Answers with the reason when it is refused. */
  readonly onAdd: (draft: SectionDraft) => Promise<string | null>;
}

/** A name to type for a new section at the top of the tree. One that is refused stays, with the reason. */
export function AddSection({ count, onAdd }: AddSectionProps) {
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
          label="Name of a new section"
          labelHidden
          placeholder="New section"
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
        Add section
      </Button>
    </form>
  );
}
