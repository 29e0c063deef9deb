import { z } from 'zod';
import { id } from './id';

/** A section of the paper: a node of a tree, named as on the site. */
export const section = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  slug: z.string().max(200),
  parentId: id.nullable(),
  /** `#rrggbb`, drawn only as a small square. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Order among its siblings. */
  position: z.int().nonnegative(),
});
export type Section = z.infer<typeof section>;

export const sectionDraft = section.omit({ id: true, slug: true, position: true });
export type SectionDraft = z.infer<typeof sectionDraft>;

/** The sections of a new store; an editor may change any of them. */
export const usualSections = [
  { name: 'International', colour: '#3a6fd0' },
  { name: 'National', colour: '#2a8fa3' },
  { name: 'Politics', colour: '#8d52c7' },
  { name: 'Business', colour: '#2f8f68' },
  { name: 'City', colour: '#c47a2c' },
  { name: 'Culture', colour: '#c2487f' },
  { name: 'Sport', colour: '#b0462f' },
  { name: 'Science', colour: '#4f7a28' },
  { name: 'Technology', colour: '#5a64c8' },
  { name: 'Opinion', colour: '#77705f' },
] as const satisfies readonly Pick<Section, 'name' | 'colour'>[];

/** The form in which two section names count as the same: NFC, folded case, single spaces. */
export function sectionKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('und');
}
