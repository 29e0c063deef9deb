import { usualAdSlots } from '#shared/domain/adSlot';
import { usualSections } from '#shared/domain/section';
import { addAdSlots } from '../articles/adSlots';
import { forgetWrites } from '../sql/changes';
import type { Store } from '../store';
import { addSection } from '../articles/sections';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

/** Gives a new store its usual sections and ad slots; a store that was given them once is left alone. */
export function seed(store: Store): void {
  if (isSeeded(store)) return;
  const isSeededNow = write(store, () => {
    if (isSeeded(store)) return false;
    for (const { name, colour } of usualSections) addSection(store, { name, colour, parentId: null });
    addAdSlots(store, usualAdSlots);
    statement(store.db, `INSERT INTO settings (key, value) VALUES ('seeded', 'true')`).run();
    return true;
  });
  if (isSeededNow) forgetWrites(store.db);
}

function isSeeded({ db }: Store): boolean {
  return statement(db, `SELECT 1 FROM settings WHERE key = 'seeded'`).get() !== undefined;
}
