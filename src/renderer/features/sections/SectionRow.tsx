import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { IconButton } from '#renderer/ui/IconButton';
import { Select } from '#renderer/ui/Select';
import { TextField } from '#renderer/ui/TextField';
import type { Section, SectionDraft } from '#shared/domain/section';
import type { PlacedSection } from './sectionTree';
import { withDescendants } from './sectionTree';

interface SectionRowProps {
  readonly placed: PlacedSection;
  readonly sections: readonly Section[];
  readonly onChange: (id: string, change: Partial<SectionDraft>) => void;
  readonly onRemove: (id: string) => void;
}

/** The name while it is typed; it is kept on Enter and when the field is left, and Escape takes it back. */
function NameField({ section, onChange }: Pick<SectionRowProps, 'onChange'> & { readonly section: Section }) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const name = typed?.trim() ?? '';
    if (name !== '' && name !== section.name) onChange(section.id, { name });
    setTyped(null);
  };
  return (
    <div className="min-w-32 flex-1">
      <TextField
        label={`Name of ${section.name}`}
        labelHidden
        value={typed ?? section.name}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          setTyped(null);
        }}
      />
    </div>
  );
}

function ParentField({ placed: { section }, sections, onChange }: Omit<SectionRowProps, 'onRemove'>) {
  const inside = withDescendants(sections, section.id);
  const others = sections.filter(({ id }) => !inside.has(id));
  return (
    <div className="w-44">
      <Select
        label={`Section above ${section.name}`}
        labelHidden
        value={section.parentId ?? ''}
        onChange={(parentId) => onChange(section.id, { parentId: parentId || null })}
        choices={[
          { value: '', label: 'At the top' },
          ...others.map(({ id, name }) => ({ value: id, label: `Under ${name}` })),
        ]}
      />
    </div>
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
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="color"
          aria-label={`Colour of ${section.name}`}
          value={section.colour}
          onChange={(event) => props.onChange(section.id, { colour: event.target.value })}
          className="size-8 shrink-0 rounded-control border border-line-strong bg-raised p-1"
        />
        <NameField section={section} onChange={props.onChange} />
        <ParentField {...props} />
        <IconButton
          ref={removeButton}
          label={`Remove ${section.name}`}
          icon={Trash2}
          onClick={() => setRemoving(true)}
        />
      </div>
      {removing && (
        <Banner
          tone="warn"
          actions={
            <>
              <Button onClick={keep}>Keep</Button>
              <Button look="danger" onClick={() => props.onRemove(section.id)}>
                Remove section
              </Button>
            </>
          }
        >
          Its articles and the sections under it stay: they move {above ? `to ${above}` : 'to no section'}.
        </Banner>
      )}
    </li>
  );
}
