import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArticleContent } from '#shared/domain/article';
import { prepareChange } from '../../src/main/store/articles/articleChange';
import { createPrepared, trashArticle } from '../../src/main/store/articles/articles';
import { indexPending } from '../../src/main/store/articles/indexing';
import { listSections } from '../../src/main/store/articles/sectionRecord';
import { createSection } from '../../src/main/store/articles/sections';
import { closeStore, openStore } from '../../src/main/store/opening/database';
import { newestVersion } from '../../src/main/store/opening/migrate';
import { forgetWrites } from '../../src/main/store/sql/changes';
import { write } from '../../src/main/store/sql/write';
import type { Store } from '../../src/main/store/store';
import { makeArticle, seeded } from '../corpus';
import { zipf } from './vocabulary';

/** Change it with anything that makes a different library. */
const EDITION = 1;
const BATCH = 500;
const INDEXED_AT_ONCE = 2000;
/** From one article to the next, ms: a hundred thousand are six years of a newsroom. */
const APART = 30 * 60_000;

const statuses = [
  ...Array.from({ length: 14 }, () => 'published' as const),
  ...Array.from({ length: 3 }, () => 'draft' as const),
  'ready',
  'scheduled',
  'killed',
] as const satisfies readonly ArticleContent['status'][];

/**
 * The folder of a store with so many articles, indexed for search: words by Zipf's law, statuses and sections as in a
 * newsroom, one in twenty-five in the trash. It is made once, which takes minutes, and kept outside of the project,
 * where NUTGRAF_LIBRARY says or else in the system's folder for such files; a bench may not write to it.
 */
export function libraryOf(count: number): string {
  const place = process.env['NUTGRAF_LIBRARY'] ?? tmpdir();
  const folder = path.join(place, `nutgraf-library-${count}-${EDITION}-${newestVersion()}`);
  if (existsSync(folder)) return folder;
  const made = `${folder}.part`;
  rmSync(made, { recursive: true, force: true });
  fill(made, count);
  renameSync(made, folder);
  return folder;
}

function fill(folder: string, count: number): void {
  let time = Date.UTC(2020, 0, 1);
  const store = openStore(folder, { now: () => time });
  try {
    store.db.pragma('synchronous = OFF');
    const sections = addSections(store);
    for (let first = 0; first < count; first += BATCH) {
      write(store, () => {
        for (let seed = first; seed < Math.min(count, first + BATCH); seed += 1) {
          time += APART;
          addArticle(store, seed, sections);
        }
      });
    }
    while (indexPending(store, INDEXED_AT_ONCE) > 0);
    // No backup is due for it, which would otherwise run during a measurement.
    forgetWrites(store.db);
    store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    closeStore(store);
  }
}

/** The usual sections, each with two below it. */
function addSections(store: Store): readonly string[] {
  const below = listSections(store).flatMap(({ id, name, colour }) =>
    ['north', 'south'].map((part) => createSection(store, { name: `${name} ${part}`, colour, parentId: id })),
  );
  return [...listSections(store), ...below].map(({ id }) => id);
}

function addArticle(store: Store, seed: number, sections: readonly string[]): void {
  const random = seeded(seed);
  const length = 100 + Math.floor(random() ** 2 * 800);
  const content = makeArticle(seed, length, zipf(seed));
  const id = createPrepared(
    store,
    prepareChange({
      kicker: '',
      ...content,
      sectionId: sections[Math.floor(random() * sections.length * 1.1)] ?? null,
      status: statuses[Math.floor(random() * statuses.length)] ?? 'draft',
    }),
  );
  if (random() < 0.04) trashArticle(store, id);
}
