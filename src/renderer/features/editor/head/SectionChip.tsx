import { useSections } from '#renderer/features/sections';
import { ColourSquare } from '#renderer/ui/ColourSquare';
import { changeFields } from '../history/changeFields';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { NO_SECTION, sectionChoices } from './sectionChoices';

interface SectionChipProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** The section over the headline, with its colour: a list to choose another from. */
export function SectionChip({ article, readOnly }: SectionChipProps) {
  const sections = useSections();
  const sectionId = useAutosave(article, ({ story }) => story.sectionId);
  const section = sections.find(({ id }) => id === sectionId);
  return (
    <span className="section-chip">
      <ColourSquare colour={section?.colour} />
      <select
        aria-label="Section"
        data-field="sectionId"
        value={sectionId ?? NO_SECTION}
        disabled={readOnly}
        onChange={({ target }) =>
          changeFields(article, { sectionId: target.value === NO_SECTION ? null : target.value })
        }
      >
        {sectionChoices(sections).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}
