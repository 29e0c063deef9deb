import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { type Section, type SectionDraft, section, sectionDraft, sectionKey } from '#shared/domain/section';
import { slugOf } from '#shared/domain/slug';
import { applyChange, fieldsChangedBy, prepareChange } from './articleChange';
import { type ArticleRecord, isSound, readRecord, soundContent } from './articleRecord';
import type { Reader, Store } from '../store';
import { seal } from '../sql/seals';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

const columns = 'id, name, slug, parent_id AS parentId, colour, position';

/** The colour of a section that nobody gave one. */
const PLAIN_COLOUR = '#77705f';

/** Every section, siblings in their order. */
export function listSections({ db }: Reader): readonly Section[] {
  return statement<[], Section>(db, `SELECT ${columns} FROM sections ORDER BY position, name, id`).all();
}

/** The section of this name, whatever its case and spacing; the one highest in the tree when there are several. */
export function findSection({ db }: Reader, name: string): Section | null {
  const find = statement<[string], Section>(
    db,
    `SELECT ${columns} FROM sections WHERE key = ? ORDER BY parent_id IS NOT NULL, position LIMIT 1`,
  );
  return find.get(sectionKey(name.toWellFormed())) ?? null;
}

/** The section of this name, made at the end of the top row when there is none. */
export function ensureSection(
  store: Store,
  name: string,
): { readonly section: Section; readonly created: boolean } {
  return write(store, () => {
    const found = findSection(store, name);
    if (found !== null) return { section: found, created: false };
    const draft = { name: tidyName(name), colour: PLAIN_COLOUR, parentId: null };
    return { section: addSection(store, draft), created: true };
  });
}

/** Throws NutgrafError `bad_value`, `section_exists` for a name its siblings have, `section_not_found` for the parent. */
export function createSection(store: Store, draft: SectionDraft): Section {
  return write(store, () => addSection(store, draft));
}

/** The same inside the caller's write. */
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

/** A key that is absent or undefined stays as it is. */
export type SectionChange = { readonly [Key in keyof SectionDraft]?: SectionDraft[Key] | undefined };

/** Throws the errors of `createSection`, and `section_loop` when it would stand below itself. */
export function updateSection(store: Store, id: Id, change: SectionChange): Section {
  return write(store, () => {
    const present = getSection(store, id);
    const { name, parentId, colour } = checked(store, { ...present, ...defined(change) }, id);
    const moved = parentId !== present.parentId;
    const changed: Section = {
      ...present,
      name,
      parentId,
      colour,
      slug: slugOf(name),
      position: moved ? nextPosition(store, parentId) : present.position,
    };
    statement<[Section & { readonly key: string }]>(
      store.db,
      `UPDATE sections SET name = :name, key = :key, slug = :slug, parent_id = :parentId, colour = :colour,
         position = :position WHERE id = :id`,
    ).run({ ...changed, key: sectionKey(name) });
    seal(store.db, 'sections', id);
    return changed;
  });
}

/** Its articles and sub-sections move to the section above, or to none; each article's version grows by one. */
export function removeSection(store: Store, id: Id): void {
  write(store, () => {
    const { parentId } = getSection(store, id);
    moveArticles(store, id, parentId);
    for (const child of listSections(store)) if (child.parentId === id) moveUp(store, child, parentId);
    statement<[Id]>(store.db, 'DELETE FROM sections WHERE id = ?').run(id);
  });
}

function moveArticles(store: Store, from: Id, to: Id | null): void {
  const ids = statement<[Id], Id>(store.db, 'SELECT id FROM articles WHERE section_id = ?').pluck().all(from);
  const change = prepareChange({ sectionId: to });
  for (const articleId of ids) {
    const record = readRecord(store, articleId);
    if (isSound(store, record)) {
      const stored = soundContent(store, record);
      applyChange(store, record, stored, change, fieldsChangedBy(stored, change));
    } else moveDamaged(store, record, to);
  }
}

/** An article whose text changed on the disk is moved as it lies: its history brings it back as before. */
function moveDamaged({ db }: Store, { number }: ArticleRecord, to: Id | null): void {
  statement<[Id | null, number]>(db, 'UPDATE articles SET section_id = ? WHERE number = ?').run(to, number);
}

/** A sub-section whose name the row above has already is told apart by a number. */
function moveUp(store: Store, child: Section, parentId: Id | null): void {
  let name = child.name;
  for (let count = 2; hasSibling(store, parentId, name, child.id); count += 1)
    name = `${child.name} ${count}`;
  updateSection(store, child.id, { name, parentId });
}

function getSection({ db }: Reader, id: Id): Section {
  const found = statement<[Id], Section>(db, `SELECT ${columns} FROM sections WHERE id = ?`).get(id);
  if (found !== undefined) return found;
  throw new NutgrafError('section_not_found', 'This section is not there any more. Choose another one.', {
    id,
  });
}

function checked(store: Store, draft: SectionDraft, self: Id | null): SectionDraft {
  const { name: typed, parentId, colour } = draft;
  const parsed = sectionDraft.safeParse({ name: tidyName(typed), parentId, colour });
  if (!parsed.success) {
    throw new NutgrafError(
      'bad_value',
      'A section has a name of at most 200 characters and a colour like #3a6fd0.',
    );
  }
  if (hasSibling(store, parentId, parsed.data.name, self)) {
    throw new NutgrafError(
      'section_exists',
      `There is a section “${parsed.data.name}” here already. Choose another name.`,
    );
  }
  for (let above = parentId; above !== null; above = getSection(store, above).parentId) {
    if (above === self)
      throw new NutgrafError('section_loop', 'A section cannot stand below itself. Choose another place.');
  }
  return parsed.data;
}

function hasSibling({ db }: Reader, parentId: Id | null, name: string, self: Id | null): boolean {
  const find = statement<[string, Id | null, Id | null]>(
    db,
    'SELECT 1 FROM sections WHERE key = ? AND parent_id IS ? AND id IS NOT ?',
  );
  return find.get(sectionKey(name), parentId, self) !== undefined;
}

function nextPosition({ db }: Reader, parentId: Id | null): number {
  const next = statement<[Id | null], number>(
    db,
    'SELECT coalesce(max(position) + 1, 0) FROM sections WHERE parent_id IS ?',
  );
  return Number(next.pluck().get(parentId));
}

const tidyName = (name: string): string => name.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();

function defined(change: SectionChange): Partial<SectionDraft> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
