import type { Section } from '#shared/domain/section';
import { placeSections } from '#renderer/features/sections';
import type { Choice } from '#renderer/ui/Select';

/** The value of a list's first choice, which is none of the sections. */
export const NO_SECTION = '';

/** The sections as a list to choose from, each sub-section indented under its own. */
export function sectionChoices(sections: readonly Section[]): readonly Choice<string>[] {
  const choices = placeSections(sections).map(({ section, depth }) => ({
    value: section.id,
    label: '\u2003'.repeat(depth) + section.name,
  }));
  return [{ value: NO_SECTION, label: 'No section' }, ...choices];
}
