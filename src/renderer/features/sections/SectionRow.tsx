import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { controlLook } from '#renderer/ui/Field';
import { IconButton } from '#renderer/ui/IconButton';
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
    <input
      aria-label={`Name of ${section.name}`}
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
      className={`${controlLook} h-8 min-w-0 flex-1`}
    />
  );
}

function ParentField({ placed: { section }, sections, onChange }: Omit<SectionRowProps, 'onRemove'>) {
  const inside = withDescendants(sections, section.id);
  return (
    <select
      aria-label={`Section above ${section.name}`}
      value={section.parentId ?? ''}
      onChange={(event) => onChange(section.id, { parentId: event.target.value || null })}
      className={`${controlLook} h-8 !w-44`}
    >
      <option value="">At the top</option>
      {sections
        .filter(({ id }) => !inside.has(id))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            Under {name}
          </option>
        ))}
    </select>
  );
}

/** One section: its colour, its name, and the section above it. */
export function SectionRow(props: SectionRowProps) {
  const { section, depth } = props.placed;
  const [removing, setRemoving] = useState(false);
  const above = props.sections.find(({ id }) => id === section.parentId)?.name;
  return (
    <li style={{ paddingInlineStart: depth * 20 }} className="space-y-2 py-1">
      <div className="flex items-center gap-2">
        <input
          type="color"
          aria-label={`Colour of ${section.name}`}
          value={section.colour}
          onChange={(event) => props.onChange(section.id, { colour: event.target.value })}
          className="size-8 shrink-0 rounded-control border border-line-strong bg-raised p-1"
        />
        <NameField section={section} onChange={props.onChange} />
        <ParentField {...props} />
        <IconButton label={`Remove ${section.name}`} icon={Trash2} onClick={() => setRemoving(true)} />
      </div>
      {removing && (
        <Banner
          tone="warn"
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>Keep</Button>
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
