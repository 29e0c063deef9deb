import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { RemovalBanner } from '#renderer/ui/RemovalBanner';
import { IconButton } from '#renderer/ui/IconButton';
import { Select } from '#renderer/ui/Select';
import { TextField } from '#renderer/ui/TextField';
import type { Section, SectionDraft } from '#shared/domain/section';
import { say } from '#shared/language/say';
import type { PlacedSection } from './sectionTree';
import { withDescendants } from './sectionTree';

interface SectionRowProps {
  readonly placed: PlacedSection;
  readonly sections: readonly Section[];
  /** Returns the reason when it is refused. */
  readonly onChange: (id: string, change: Partial<SectionDraft>) => Promise<string | null>;
  readonly onColour: (id: string, colour: string) => void;
  readonly onRemove: (id: string) => void;
}

/**
 * The name while it is being typed; it is saved on Enter and when the field is left, and Escape reverts it. A refused
 * name stays in the field, with the reason.
 */
function NameField({ section, onChange }: Pick<SectionRowProps, 'onChange'> & { readonly section: Section }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const type = (text: string | null) => {
    setTyped(text);
    setProblem(null);
  };
  const keep = async (): Promise<void> => {
    const name = typed?.trim();
    if (name === undefined || name === section.name) return type(null);
    if (name === '')
      return setProblem(say('A section needs a name. Until then it is “{name}”.', { name: section.name }));
    const refusal = await onChange(section.id, { name });
    setProblem(refusal);
    if (refusal === null) setTyped((now) => (now === typed ? null : now));
  };
  return (
    <div className="min-w-32 flex-1">
      <TextField
        label={say('Name of {section}', { section: section.name })}
        labelHidden
        value={typed ?? section.name}
        maxLength={200}
        problem={problem ?? undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void keep();
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          type(null);
        }}
      />
    </div>
  );
}

function ParentField({
  placed: { section },
  sections,
  onChange,
}: Omit<SectionRowProps, 'onColour' | 'onRemove'>) {
  const [problem, setProblem] = useState<string | null>(null);
  const inside = withDescendants(sections, section.id);
  const others = sections.filter(({ id }) => !inside.has(id));
  return (
    <div className="w-44">
      <Select
        label={say('Section above {section}', { section: section.name })}
        labelHidden
        value={section.parentId ?? ''}
        problem={problem ?? undefined}
        onChange={(parentId) => void onChange(section.id, { parentId: parentId || null }).then(setProblem)}
        choices={[
          { value: '', label: say('At the top') },
          ...others.map(({ id, name }) => ({ value: id, label: say('Under {section}', { section: name }) })),
        ]}
      />
    </div>
  );
}

interface RemovalProps {
  /** The name of the section above. */
  readonly above: string | undefined;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Says where a section's articles go, before it is removed. */
function Removal({ above, onKeep, onRemove }: RemovalProps) {
  return (
    <RemovalBanner remove={say('Remove section')} onKeep={onKeep} onRemove={onRemove}>
      {above
        ? say('Its articles and the sections under it are kept: they move to {section}.', { section: above })
        : say('Its articles and the sections under it are kept: they move to no section.')}
    </RemovalBanner>
  );
}

/** One section: its colour, its name, and the section above it. */
export function SectionRow(props: SectionRowProps) {
  const { section, depth } = props.placed;
  const [removing, setRemoving] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setRemoving(false);
    removeButton.current?.focus();
  };
  const above = props.sections.find(({ id }) => id === section.parentId)?.name;
  return (
    <li style={{ paddingInlineStart: depth * 20 }} className="space-y-2 py-1">
      <div className="flex flex-wrap items-start gap-2">
        <input
          type="color"
          aria-label={say('Colour of {section}', { section: section.name })}
          value={section.colour}
          onChange={(event) => props.onColour(section.id, event.target.value)}
          className="size-8 shrink-0 rounded-control border border-line-strong bg-raised p-1"
        />
        <NameField section={section} onChange={props.onChange} />
        <ParentField placed={props.placed} sections={props.sections} onChange={props.onChange} />
        <IconButton
          ref={removeButton}
          label={say('Remove {section}', { section: section.name })}
          icon={Trash2}
          className="mt-0.5"
          onClick={() => setRemoving(true)}
        />
      </div>
      {removing && <Removal above={above} onKeep={keep} onRemove={() => props.onRemove(section.id)} />}
    </li>
  );
}
