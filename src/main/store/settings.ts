import { NutgrafError } from '#shared/domain/failure';
import type { Policy } from '#shared/domain/policy';
import { readKnown } from '#shared/domain/readKnown';
import {
  type Settings,
  type SettingsEdit,
  type SettingsSources,
  lockedIn,
  resolveSettings,
  settings,
  settingsPatch,
} from '#shared/domain/settings';
import { say } from '#shared/language/say';
import type { Reader, Store } from './store';
import { statement } from './sql/statement';
import { write } from './sql/write';

/** What holds in this store under the policy. */
export function getSettings(reader: Reader, policy: Policy): Settings {
  return resolveSettings(getSettingsSources(reader, policy));
}

/** What a person chose in this store, beside the policy; what is not understood counts as never chosen. */
export function getSettingsSources({ db }: Reader, policy: Policy): SettingsSources {
  const find = statement<[string], string>(db, 'SELECT value FROM settings WHERE key = ?').pluck();
  const chosen = Object.entries(settings.shape).flatMap(([key, schema]) => {
    const text = find.get(key);
    const value = text === undefined ? null : readKnown<unknown>(schema, text).value;
    return value === null ? [] : [[key, value]];
  });
  return { chosen: settingsPatch.parse(Object.fromEntries(chosen)), ...policy };
}

/** Keeps what a person chose. Throws `setting_locked`, with nothing kept, where the policy locks one of them. */
export function changeSettings(
  store: Store,
  policy: Policy,
  { set = {}, reset = [] }: Partial<SettingsEdit>,
): Settings {
  const locked = lockedIn({ set, reset }, getSettingsSources(store, policy));
  if (locked.length > 0) throw settingLocked(locked);
  const keep = statement<[string, string]>(
    store.db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const forget = statement<[string]>(store.db, 'DELETE FROM settings WHERE key = ?');
  write(store, () => {
    for (const [key, value] of Object.entries(set)) keep.run(key, JSON.stringify(value));
    for (const key of reset) forget.run(key);
  });
  return getSettings(store, policy);
}

function settingLocked(keys: readonly string[]): NutgrafError {
  return new NutgrafError(
    'setting_locked',
    say('This setting is set by the newsroom and cannot be changed here. Nothing was changed.'),
    keys.join(', '),
  );
}
