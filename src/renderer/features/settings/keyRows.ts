import { type CommandId, commandIds, commands } from '#shared/commands';
import { defaultKeys, isChangeable, keysOfCommands } from '#shared/commands/keys';
import { menus } from '#shared/commands/menus';
import type { Platform } from '#shared/commands/reservedKeys';
import { type Settings, type SettingsSources, resolveSettings } from '#shared/domain/settings';
import { saying } from '#shared/language/say';
import { findEntries } from './settingsSearch';

/** One command with its keys, as the table of keys shows it. */
export interface KeyRow {
  readonly id: CommandId;
  readonly label: string;
  /** The menu it is in. */
  readonly menu: string;
  readonly keys: string | null;
  /** The command that has the keys that would be this one's. */
  readonly takenBy: CommandId | null;
  readonly from: 'default' | 'chosen' | 'newsroom' | 'locked' | 'system';
}

type Keys = Settings['keys'];

function originOf(id: CommandId, { chosen, defaults, locked }: SettingsSources): KeyRow['from'] {
  const has = (keys: Keys | undefined): boolean => keys !== undefined && Object.hasOwn(keys, id);
  if (!isChangeable(id)) return 'system';
  if (has(locked.keys)) return 'locked';
  if (has(chosen.keys)) return 'chosen';
  return has(defaults.keys) ? 'newsroom' : 'default';
}

/** Every command, in the order of the menus. */
export function keyRows(sources: SettingsSources, platform: Platform): readonly KeyRow[] {
  const keys = keysOfCommands(resolveSettings(sources).keys, platform);
  return commandIds.map((id) => ({
    id,
    label: commands[id].label(),
    menu: menus[commands[id].menu].label().replace('&', ''),
    keys: keys[id].accelerator,
    takenBy: keys[id].takenBy,
    from: originOf(id, sources),
  }));
}

export const keyFilters = {
  all: { label: saying('All'), has: (): boolean => true },
  changed: { label: saying('Changed'), has: ({ from }: KeyRow): boolean => from === 'chosen' },
  conflicts: { label: saying('Conflicts'), has: ({ takenBy }: KeyRow): boolean => takenBy !== null },
} as const;
export type KeyFilter = keyof typeof keyFilters;

/** What a row is looked for by: the beginnings of words of its name, or the keys it has. */
export type KeyQuery =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'keys'; readonly keys: string };

export function matchingRows(rows: readonly KeyRow[], query: KeyQuery): readonly KeyRow[] {
  if (query.kind === 'keys') return rows.filter(({ keys }) => keys === query.keys);
  if (query.text.trim() === '') return rows;
  return rows.filter(
    ({ id, label, menu }) =>
      findEntries(query.text, [{ id, section: 'keyboard', label, about: menu, words: '' }]).length > 0,
  );
}

interface NewKeys {
  readonly id: CommandId;
  /** Null leaves the command with none. */
  readonly keys: string | null;
  /** The command that loses them. */
  readonly from: CommandId | null;
}

/** The keys that a person chose, with one command's changed; what a command has anyway is not kept as chosen. */
export function withKeys({ chosen, defaults }: SettingsSources, { id, keys, from }: NewKeys): Keys {
  const changes: readonly (readonly [CommandId, string | null])[] = [
    [id, keys],
    ...(from === null ? [] : [[from, null] as const]),
  ];
  return changes.reduce<Keys>((all, [command, now]) => {
    const { [command]: _before, ...others } = all;
    const anyway = Object.hasOwn(defaults.keys ?? {}, command)
      ? (defaults.keys?.[command] ?? null)
      : defaultKeys(command);
    return now === anyway ? others : { ...others, [command]: now };
  }, chosen.keys ?? {});
}

/** The same, with a command's as they were at first. */
export function withoutKeys({ chosen }: SettingsSources, id: CommandId): Keys {
  const { [id]: _before, ...others } = chosen.keys ?? {};
  return others;
}
