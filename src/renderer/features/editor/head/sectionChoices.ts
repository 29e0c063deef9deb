import type { Id } from '#shared/domain/id';
import type { Section } from '#shared/domain/section';
import type { Choice } from '#renderer/ui/Select';

/** The value of a list's first choice, which is none of the sections. */
export const NO_SECTION = '';

/** The sections as a list to choose from, each sub-section under its own, named with the way to it. */
export function sectionChoices(sections: readonly Section[]): readonly Choice<string>[] {
  return [{ value: NO_SECTION, label: 'No section' }, ...below(sections, null, '')];
}

function below(sections: readonly Section[], parentId: Id | null, way: string): readonly Choice<string>[] {
  return sections
    .filter((section) => section.parentId === parentId)
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ id, name }) => [
      { value: id, label: `${way}${name}` },
      ...below(sections, id, `${way}${name} › `),
    ]);
}
