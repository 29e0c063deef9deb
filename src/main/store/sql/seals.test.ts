import { expect, test } from 'vitest';
import { createArticle } from '../articles/articles';
import { backUp, listBackups } from '../safety/backups';
import { ensureAccount, getAccount, removeAccount } from '../cms/accounts';
import { changeLink, ensureLink, getLink, placeOf } from '../cms/links';
import type { Store } from '../store';
import { inspectStore } from '../safety/inspection';
import { mendRows } from '../safety/mendRows';
import { brokenRows } from './seals';
import { listSections } from '../articles/sectionRecord';
import { createSection, removeSection, updateSection } from '../articles/sections';
import { testClock, testStore } from '../testing/testStore';
import { startMaintenance } from '../safety/maintenance';

const site = { kind: 'wordpress', url: 'https://news.example', fields: { user: 'desk' } } as const;

/** A store with a section, an account and a link, each changed as a user would. */
function scene() {
  const clock = testClock();
  const store = testStore(clock);
  const section = createSection(store, { name: 'Harbour', colour: '#112233', parentId: null });
  updateSection(store, section.id, { name: 'Harbour and coast' });
  const account = ensureAccount(store, site, 'The site');
  const { id } = createArticle(store, { headline: 'Quay' });
  ensureLink(store, id, account.id);
  changeLink(store, id, account.id, (link) => ({
    ...link,
    post: { kind: 'found', remoteId: '12', url: null },
  }));
  return { store, clock, section, account, articleId: id };
}

const damage = {
  section: `UPDATE sections SET name = 'Harbxur' WHERE name LIKE 'Harbour%'`,
  account: `UPDATE cms_accounts SET url = 'https://nexs.example'`,
  link: `UPDATE cms_links SET remote_id = '13'`,
} as const;

/** What the maintenance reports after one check of the store. */
async function told(store: Store): Promise<readonly string[]> {
  const said: string[] = [];
  const maintenance = startMaintenance({
    store,
    inspect: async () => inspectStore(store.folder, store.now),
    onTrouble: ({ message }) => said.push(message),
  });
  await maintenance.inspectNow();
  maintenance.close();
  return said;
}

test('what was written in the ordinary way is whole, and leaves no seal behind when it goes', () => {
  const { store, section, account } = scene();
  expect(brokenRows(store.db)).toEqual([]);
  removeSection(store, section.id);
  removeAccount(store, account.id);
  const left = store.db
    .prepare(`SELECT count(*) FROM row_seals WHERE table_name <> 'sections'`)
    .pluck()
    .get();
  expect(left).toBe(0);
  expect(brokenRows(store.db)).toEqual([]);
});

test.each(Object.entries(damage))(
  'the %s that changed on the disk is put right from a backup, and that is said',
  async (_what, sql) => {
    const { store, section, account, articleId } = scene();
    backUp(store);
    store.db.exec(sql);
    expect(await told(store)).toEqual([expect.stringMatching(/repaired from a backup/)]);
    expect(brokenRows(store.db)).toEqual([]);
    expect(listSections(store).find(({ id }) => id === section.id)?.name).toBe('Harbour and coast');
    expect(getAccount(store, account.id).url).toBe(site.url);
    expect(placeOf(getLink(store, articleId, account.id)).remoteId).toBe('12');
  },
);

test.each(Object.entries(damage))(
  'the %s that no backup has whole is told with what to do',
  async (_what, sql) => {
    const { store } = scene();
    store.db.exec(sql);
    expect(await told(store)).toEqual([expect.stringMatching(/no backup has a good copy\. \w/)]);
    expect(mendRows(store).lost).toHaveLength(1);
  },
);

test('by a link or an account that changed nothing is sent', () => {
  const { store, account, articleId } = scene();
  store.db.exec(damage.link);
  expect(() => ensureLink(store, articleId, account.id)).toThrow(
    expect.objectContaining({ code: 'link_damaged' }),
  );
  store.db.exec(damage.account);
  expect(() => getAccount(store, account.id)).toThrow(expect.objectContaining({ code: 'account_damaged' }));
});

test('no older backup is deleted while a section is not the one that was written', () => {
  const { store, clock } = scene();
  for (let count = 0; count < 5; count += 1) {
    clock.pass(1000);
    backUp(store);
  }
  store.db.exec(damage.section);
  clock.pass(1000);
  backUp(store);
  expect(listBackups(store.folder)).toHaveLength(6);
});
