import { expect, test } from 'vitest';
import { usualAdSlots } from '#shared/domain/adSlot';
import { usualSections } from '#shared/domain/section';
import { listAdSlots } from './adSlots';
import { createArticle, getArticle, saveArticle } from './articles';
import { closeStore, openStore } from '../opening/database';
import { createSection, ensureSection, findSection, removeSection, updateSection } from './sections';
import { listSections } from './sectionRecord';
import { keepRevision, restoreRevision } from './revisions';
import { story, testFolder, testStore } from '../testing/testStore';

const colour = '#112233';

test('a new store has the usual sections and ad slots; an old one has what the editor made of them', () => {
  const folder = testFolder();
  const first = openStore(folder);
  expect(listSections(first).map(({ name }) => name)).toEqual(usualSections.map(({ name }) => name));
  expect(listAdSlots(first)).toEqual(usualAdSlots);
  for (const { id } of listSections(first)) removeSection(first, id);
  closeStore(first);
  expect(listSections(testStore({ folder }))).toEqual([]);
});

test('a section is found by its name in any case and spacing, and made once when it is not there', () => {
  const store = testStore();
  expect(findSection(store, ' international ')?.name).toBe('International');
  const { section, created } = ensureSection(store, 'City  Hall');
  expect([section.name, section.slug, created]).toEqual(['City Hall', 'city-hall', true]);
  expect(ensureSection(store, 'CITY HALL')).toEqual({ section, created: false });
});

test('siblings have different names, and a section cannot be placed under itself', () => {
  const store = testStore();
  const above = createSection(store, { name: 'Above', colour, parentId: null });
  const below = createSection(store, { name: 'Sport', colour, parentId: above.id });
  const refused = (code: string): unknown => expect.objectContaining({ code });
  expect(() => createSection(store, { name: 'ABOVE', colour, parentId: null })).toThrow(
    refused('section_exists'),
  );
  expect(() => updateSection(store, above.id, { parentId: below.id })).toThrow(refused('section_loop'));
  expect(() => updateSection(store, below.id, { name: ' ' })).toThrow(refused('bad_value'));
  expect(updateSection(store, above.id, { name: 'Top', colour: '#445566' })).toMatchObject({
    name: 'Top',
    slug: 'top',
    colour: '#445566',
  });
});

test('what stood in a section that is removed moves to the one above it, as a save of each article', () => {
  const store = testStore();
  const above = createSection(store, { name: 'Above', colour, parentId: null });
  const middle = createSection(store, { name: 'Middle', colour, parentId: above.id });
  const low = createSection(store, { name: 'Low', colour, parentId: middle.id });
  const { id } = createArticle(store, { headline: 'Story', sectionId: middle.id });
  removeSection(store, middle.id);
  expect(getArticle(store, id)).toMatchObject({ sectionId: above.id, version: 2 });
  expect(listSections(store).find((section) => section.id === low.id)?.parentId).toBe(above.id);
  expect(saveArticle(store, { id, baseVersion: 1, patch: { slug: 'x' } })).toMatchObject({
    changed: ['sectionId'],
  });
  removeSection(store, above.id);
  expect(getArticle(store, id).sectionId).toBeNull();
});

test('a section is removed although the text of one of its articles is damaged, which its history brings back', () => {
  const store = testStore();
  const { id: sectionId } = createSection(store, { name: 'Gone', colour, parentId: null });
  const damaged = createArticle(store, { headline: 'Damaged', sectionId });
  const sound = createArticle(store, { headline: 'Sound', sectionId });
  const { id } = keepRevision(store, damaged.id, 'manual');
  store.db.prepare(`UPDATE articles SET kicker = 'x' WHERE id = ?`).run(damaged.id);
  removeSection(store, sectionId);
  expect(getArticle(store, sound.id).sectionId).toBeNull();
  expect(() => getArticle(store, damaged.id)).toThrow(expect.objectContaining({ code: 'article_damaged' }));
  expect(restoreRevision(store, { id, baseVersion: 1 })).toMatchObject({ kind: 'saved' });
  expect(getArticle(store, damaged.id)).toMatchObject({ headline: 'Damaged', sectionId: null });
});

test('a story that was damaged on the disk, and moved out of its section after that, is not said to be saved', () => {
  const store = testStore();
  const { id: sectionId } = createSection(store, { name: 'Gone', colour, parentId: null });
  const { id } = createArticle(store, { sectionId });
  saveArticle(store, { id, baseVersion: 1, patch: { body: story('The quay flooded.') } });
  store.db.exec(`UPDATE articles SET body = replace(body, 'quay', 'quax')`);
  removeSection(store, sectionId);
  const save = () =>
    saveArticle(store, { id, baseVersion: 2, patch: { body: story('The quay flooded at noon.') } });
  expect(save).toThrow(expect.objectContaining({ code: 'article_damaged' }));
});

test('a section that moves up to one of the same name gets a number', () => {
  const store = testStore();
  const above = createSection(store, { name: 'Above', colour, parentId: null });
  createSection(store, { name: 'sport', colour, parentId: above.id });
  removeSection(store, above.id);
  expect(listSections(store).map(({ name }) => name)).toContain('sport 2');
});
