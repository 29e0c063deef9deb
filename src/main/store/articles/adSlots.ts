import { type AdSlotDefinition, adSlotDefinition } from '#shared/domain/adSlot';
import type { Reader, Store } from '../store';
import { statement } from '../sql/statement';

interface SlotRow extends Omit<AdSlotDefinition, 'sizes' | 'showLabel' | 'enabled'> {
  readonly sizes: string;
  readonly showLabel: number;
  readonly enabled: number;
}

/** Every defined slot, in order. */
export function listAdSlots({ db }: Reader): readonly AdSlotDefinition[] {
  return statement<[], SlotRow>(
    db,
    'SELECT key, name, sizes, label, show_label AS showLabel, enabled FROM ad_slots ORDER BY position, key',
  )
    .all()
    .map(({ sizes, showLabel, enabled, ...row }) =>
      adSlotDefinition.parse({
        ...row,
        sizes: JSON.parse(sizes) as unknown,
        showLabel: showLabel === 1,
        enabled: enabled === 1,
      }),
    );
}

/** Adds slots after the existing ones, inside the caller's write. */
export function addAdSlots({ db }: Store, slots: readonly AdSlotDefinition[]): void {
  const add = statement<[string, string, string, string, number, number]>(
    db,
    `INSERT INTO ad_slots (key, name, sizes, label, show_label, enabled, position)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT count(*) FROM ad_slots))`,
  );
  for (const { key, name, sizes, label, showLabel, enabled } of slots) {
    add.run(key, name, JSON.stringify(sizes), label, Number(showLabel), Number(enabled));
  }
}
