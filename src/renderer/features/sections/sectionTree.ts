import type { Choice } from '#renderer/ui/Select';
import type { Section } from '#shared/domain/section';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';

/** A section as drawn in the tree: depth 0 is the top. */
export interface PlacedSection {
  readonly section: Section;
  readonly depth: number;
}

/**
 * The tree of sections from the top down, each section after its parent. Every section appears exactly once: one
 * whose parent is gone goes to the top, and so does a cycle of sections.
 */
export function placeSections(sections: readonly Section[]): readonly PlacedSection[] {
  const known = new Set(sections.map((section) => section.id));
  const inOrder = sections.toSorted((one, other) => one.position - other.position);
  const placed = new Map<Id, PlacedSection>();
  const place = (section: Section, depth: number): void => {
    if (placed.has(section.id)) return;
    placed.set(section.id, { section, depth });
    for (const child of inOrder) if (child.parentId === section.id) place(child, depth + 1);
  };
  for (const section of inOrder)
    if (section.parentId === null || !known.has(section.parentId)) place(section, 0);
  for (const section of inOrder) place(section, 0);
  return [...placed.values()];
}

/** The section itself and every one under it: where it must not be moved to. */
export function withDescendants(sections: readonly Section[], id: Id): ReadonlySet<Id> {
  const inside = new Set([id]);
  for (const { section } of placeSections(sections)) {
    if (section.parentId !== null && inside.has(section.parentId)) inside.add(section.id);
  }
  return inside;
}

/** The value of a list's first choice, no section. */
export const NO_SECTION = '';

/** The sections as a list to choose from, each sub-section indented under its parent. */
export function sectionChoices(sections: readonly Section[]): readonly Choice<string>[] {
  const choices = placeSections(sections).map(({ section, depth }) => ({
    value: section.id,
    label: '\u2003'.repeat(depth) + section.name,
  }));
  return [{ value: NO_SECTION, label: say('No section') }, ...choices];
}
