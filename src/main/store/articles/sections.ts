import type { Id } from '#shared/domain/id';
import { type Section, type SectionDraft, sectionKey } from '#shared/domain/section';
import { slugOf } from '#shared/domain/slug';
import { applyChange, fieldsChangedBy, prepareChange } from './articleChange';
import { type ArticleRecord, isSound, readRecord, soundContent } from './articleRecord';
import {
  addSection,
  checked,
  columns,
  getSection,
  hasSibling,
  listSections,
  nextPosition,
  tidyName,
} from './sectionRecord';
import type { Reader, Store } from '../store';
import { seal } from '../sql/seals';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

/** The default colour of a section. */
const PLAIN_COLOUR = '#77705f';

/** The section with this name, ignoring case and spacing; the highest in the tree if there are several. */
export function findSection({ db }: Reader, name: string): Section | null {
  const find = statement<[string], Section>(
    db,
    `SELECT ${columns} FROM sections WHERE key = ? ORDER BY parent_id IS NOT NULL, position LIMIT 1`,
  );
  return find.get(sectionKey(name.toWellFormed())) ?? null;
}

/** The section with this name, created at the end of the top level if there is none. */
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

/**
 * Throws NutgrafError `bad_value`, `section_exists` for a name that a sibling has, `section_not_found` for the
 * parent.
 */
export function createSection(store: Store, draft: SectionDraft): Section {
  return write(store, () => addSection(store, draft));
}

/** A key that is absent or undefined stays as it is. */
export type SectionChange = { readonly [Key in keyof SectionDraft]?: SectionDraft[Key] | undefined };

/** Throws the errors of `createSection`, and `section_loop` if it would be placed under itself. */
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

/**
 * An article damaged on disk is moved as it is: its history restores it as before. It has no hash any more, so that
 * nobody who remembers what was saved last takes that for what the row holds now.
 */
function moveDamaged({ db }: Store, { number }: ArticleRecord, to: Id | null): void {
  statement<[Id | null, number]>(
    db,
    "UPDATE articles SET section_id = ?, content_hash = '' WHERE number = ?",
  ).run(to, number);
}

/** A sub-section whose name exists in the level above gets a number. */
function moveUp(store: Store, child: Section, parentId: Id | null): void {
  let name = child.name;
  for (let count = 2; hasSibling(store, parentId, name, child.id); count += 1)
    name = `${child.name} ${count}`;
  updateSection(store, child.id, { name, parentId });
}

function defined(change: SectionChange): Partial<SectionDraft> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
