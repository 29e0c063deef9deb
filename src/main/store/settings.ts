import { type Settings, type SettingsPatch, settings } from '#shared/domain/settings';
import type { Reader, Store } from './store';
import { statement } from './sql/statement';
import { write } from './sql/write';

/** What the editor chose; a setting that was never chosen, or has an unknown value, gets its default. */
export function getSettings({ db }: Reader): Settings {
  const find = statement<[string], string>(db, 'SELECT value FROM settings WHERE key = ?').pluck();
  const chosen = Object.entries(settings.shape).flatMap(([key, schema]) => {
    const text = find.get(key);
    const value = text === undefined ? undefined : schema.safeParse(JSON.parse(text));
    return value?.success === true ? [[key, value.data]] : [];
  });
  return settings.parse(Object.fromEntries(chosen));
}

export function changeSettings(store: Store, patch: SettingsPatch): Settings {
  const keep = statement<[string, string]>(
    store.db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  write(store, () => {
    for (const [key, value] of Object.entries(patch)) keep.run(key, JSON.stringify(value));
  });
  return getSettings(store);
}
