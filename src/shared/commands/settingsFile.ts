import { z } from 'zod';
import { NutgrafError } from '../domain/failure';
import { readKnown } from '../domain/readKnown';
import { type SettingKey, type SettingsPatch, type SettingsSources, settingsPatch } from '../domain/settings';
import { type SettingRow, settingsTable } from '../domain/settingsTable';
import { isCommandId } from '.';
import { commandOfKeys, isChangeable, keysOfCommands } from './keys';
import { type Platform, keysOn, whyReserved } from './reservedKeys';
import { say } from '../language/say';

/** A person's settings as a file, to be taken to another computer. */
const settingsFile = z.strictObject({
  nutgraf: z.literal('settings'),
  version: z.literal(1),
  settings: settingsPatch,
});

/** Something in a file of settings that is not taken over. */
const leftOut = z.strictObject({
  /** A setting, or the keys of a command: `keys.format.bold`. */
  key: z.string(),
  /** `held`: a command whose keys are locked has them. */
  why: z.enum(['locked', 'unknown', 'computer', 'reserved', 'held']),
});
export type LeftOut = z.infer<typeof leftOut>;

/** What a file of settings would change. */
export const settingsReading = z.strictObject({
  /** The file's name. */
  name: z.string(),
  patch: settingsPatch,
  leftOut: z.array(leftOut).readonly(),
});
export type SettingsReading = z.infer<typeof settingsReading>;

/** Folders are of one computer, and may name people: they are in no file. */
function isOfComputer(key: string): boolean {
  if (!Object.hasOwn(settingsTable, key)) return false;
  const { control }: SettingRow = settingsTable[key as SettingKey];
  return control.kind === 'folder';
}

/** The text of a file with what a person chose; the end of it is a line's. */
export function writeSettingsFile(chosen: SettingsPatch): string {
  const settings = Object.fromEntries(Object.entries(chosen).filter(([key]) => !isOfComputer(key)));
  return `${JSON.stringify({ nutgraf: 'settings', version: 1, settings }, null, 2)}\n`;
}

/** Reads such a file. Throws NutgrafError `not_settings` for any other. */
export function readSettingsFile(
  text: string,
  sources: SettingsSources,
  platform: Platform,
): Omit<SettingsReading, 'name'> {
  const { value, faults } = readKnown(settingsFile, text);
  if (value === null) throw notSettings(faults.map(({ key, problem }) => `${key}: ${problem}`).join('\n'));
  const unknown = faults.map(({ key }) => ({
    key: key.replace(/^settings\./u, ''),
    why: 'unknown' as const,
  }));
  const { keys, ...others } = value.settings;
  const read = others as Readonly<Record<string, unknown>>;
  const refused = Object.keys(read).flatMap((key): readonly LeftOut[] => {
    if (Object.hasOwn(sources.locked, key)) return [{ key, why: 'locked' }];
    return isOfComputer(key) ? [{ key, why: 'computer' }] : [];
  });
  const kept = Object.entries(read).filter(([key]) => !refused.some((one) => one.key === key));
  const ofKeys = keys === undefined ? null : readKeys(keys, sources, platform);
  return {
    patch: settingsPatch.parse({ ...Object.fromEntries(kept), ...(ofKeys && { keys: ofKeys.keys }) }),
    leftOut: [...refused, ...(ofKeys?.leftOut ?? []), ...unknown],
  };
}

type Keys = NonNullable<SettingsPatch['keys']>;

/** The keys as they would be chosen; those of a locked command stay as they are. */
function readKeys(keys: Keys, { chosen, locked }: SettingsSources, platform: Platform) {
  const isLocked = (id: string): boolean => Object.hasOwn(locked.keys ?? {}, id);
  const asLocked = keysOfCommands(locked.keys ?? {}, platform);
  const isHeld = (accelerator: string): boolean => {
    const holder = commandOfKeys(asLocked, accelerator);
    return holder !== null && isLocked(holder);
  };
  const why = (id: string, accelerator: string | null): LeftOut['why'] | null => {
    if (!isCommandId(id)) return 'unknown';
    if (isLocked(id)) return 'locked';
    if (!isChangeable(id)) return 'reserved';
    if (accelerator === null) return null;
    if (whyReserved(accelerator, platform) !== null) return 'reserved';
    return isHeld(accelerator) ? 'held' : null;
  };
  const read = Object.entries(keys).map(([id, written]) => {
    const accelerator = written === null ? null : keysOn(platform, written);
    return { id, accelerator, why: why(id, accelerator) };
  });
  const stay = Object.entries(chosen.keys ?? {}).filter(([id]) => isLocked(id));
  const taken = read
    .filter((one) => one.why === null)
    .map(({ id, accelerator }) => [id, accelerator] as const);
  return {
    keys: Object.fromEntries([...stay, ...taken]),
    leftOut: read.flatMap(({ id, why: reason }) =>
      reason === null ? [] : [{ key: `keys.${id}`, why: reason }],
    ),
  };
}

function notSettings(detail: string): NutgrafError {
  return new NutgrafError(
    'not_settings',
    say('This is no file of Nutgraf’s settings. Nothing was changed. Choose one that Nutgraf has exported.'),
    detail,
  );
}
