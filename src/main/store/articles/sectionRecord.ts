import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { type Section, type SectionDraft, section, sectionDraft, sectionKey } from '#shared/domain/section';
import { slugOf } from '#shared/domain/slug';
import { say } from '#shared/language/say';
import type { Reader, Store } from '../store';
import { seal } from '../sql/seals';
import { statement } from '../sql/statement';

export const columns = 'id, name, slug, parent_id AS parentId, colour, position';

/** Every section, siblings in order. */
export function listSections({ db }: Reader): readonly Section[] {
  return statement<[], Section>(db, `SELECT ${columns} FROM sections ORDER BY position, name, id`).all();
}

/** Adds a section inside the caller's write. Throws what `createSection` throws. */
export function addSection(store: Store, draft: SectionDraft): Section {
  const { name, parentId, colour } = checked(store, draft, null);
  const made: Section = {
    id: store.newId(),
    name,
    slug: slugOf(name),
    parentId,
    colour,
    position: nextPosition(store, parentId),
  };
  statement<[Section & { readonly key: string }]>(
    store.db,
    `INSERT INTO sections (id, name, key, slug, parent_id, colour, position)
     VALUES (:id, :name, :key, :slug, :parentId, :colour, :position)`,
  ).run({ ...section.parse(made), key: sectionKey(name) });
  seal(store.db, 'sections', made.id);
  return made;
}

/** Throws NutgrafError `section_not_found`. */
export function getSection({ db }: Reader, id: Id): Section {
  const found = statement<[Id], Section>(db, `SELECT ${columns} FROM sections WHERE id = ?`).get(id);
  if (found !== undefined) return found;
  throw new NutgrafError('section_not_found', say('This section no longer exists. Choose another one.'), {
    id,
  });
}

/** The draft with its name tidied; `self` is the section it is for, if there is one. Throws what `createSection` throws. */
export function checked(store: Store, draft: SectionDraft, self: Id | null): SectionDraft {
  const { name: typed, parentId, colour } = draft;
  const parsed = sectionDraft.safeParse({ name: tidyName(typed), parentId, colour });
  if (!parsed.success) {
    throw new NutgrafError(
      'bad_value',
      say('A section needs a name of at most 200 characters and a colour like #3a6fd0.'),
    );
  }
  if (hasSibling(store, parentId, parsed.data.name, self)) {
    throw new NutgrafError(
      'section_exists',
      say('There is already a section “{name}” here. Choose another name.', { name: parsed.data.name }),
    );
  }
  for (let above = parentId; above !== null; above = getSection(store, above).parentId) {
    if (above === self)
      throw new NutgrafError(
        'section_loop',
        say('A section cannot be placed under itself. Choose another place.'),
      );
  }
  return parsed.data;
}

/** Whether another section of that parent has the name. */
export function hasSibling({ db }: Reader, parentId: Id | null, name: string, self: Id | null): boolean {
  const find = statement<[string, Id | null, Id | null]>(
    db,
    'SELECT 1 FROM sections WHERE key = ? AND parent_id IS ? AND id IS NOT ?',
  );
  return find.get(sectionKey(name), parentId, self) !== undefined;
}

/** The place after the last section of that parent. */
export function nextPosition({ db }: Reader, parentId: Id | null): number {
  const next = statement<[Id | null], number>(
    db,
    'SELECT coalesce(max(position) + 1, 0) FROM sections WHERE parent_id IS ?',
  );
  return Number(next.pluck().get(parentId));
}

/** A name as it is stored: one line, composed, without a lone surrogate. */
export const tidyName = (name: string): string =>
  name.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();
