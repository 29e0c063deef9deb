import { keysOf } from '#renderer/base/commands/keySigns';
import { commands, isCommandId } from '#shared/commands';
import { keysOfCommands } from '#shared/commands/keys';
import type { Platform } from '#shared/commands/reservedKeys';
import type { LeftOut } from '#shared/commands/settingsFile';
import {
  type SettingKey,
  type SettingsPatch,
  type SettingsSources,
  resolveSettings,
} from '#shared/domain/settings';
import { type SettingRow, settingKeys, settingsTable } from '#shared/domain/settingsTable';

/** One thing that a file of settings changes, as a person sees it. */
export interface ChangeWords {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A setting's value as its control shows it. */
function valueWords(key: SettingKey, value: unknown): string {
  const { control }: SettingRow = settingsTable[key];
  if (control.kind === 'switch') return value === true ? 'On' : 'Off';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (control.kind !== 'choice') return text;
  return control.choices.find((choice) => choice.value === text)?.label ?? text;
}

/** What changes when a patch is chosen, the keys of each command as one; nothing of what stays as it is. */
export function changesOf(
  patch: SettingsPatch,
  sources: SettingsSources,
  platform: Platform,
): readonly ChangeWords[] {
  const before = resolveSettings(sources);
  const after = resolveSettings({ ...sources, chosen: { ...sources.chosen, ...patch } });
  const settings = settingKeys.flatMap((key): readonly ChangeWords[] => {
    const words = [valueWords(key, before[key]), valueWords(key, after[key])] as const;
    const isSame = key === 'keys' || words[0] === words[1];
    return isSame ? [] : [{ key, label: settingsTable[key].label, before: words[0], after: words[1] }];
  });
  const [had, has] = [keysOfCommands(before.keys, platform), keysOfCommands(after.keys, platform)];
  const written = (accelerator: string | null): string =>
    accelerator === null ? 'None' : keysOf(accelerator, platform);
  const keys = Object.entries(commands).flatMap(([id, { label }]): readonly ChangeWords[] => {
    if (!isCommandId(id) || had[id].accelerator === has[id].accelerator) return [];
    const [from, to] = [written(had[id].accelerator), written(has[id].accelerator)];
    return [{ key: `keys.${id}`, label: `Keys of “${label}”`, before: from, after: to }];
  });
  return [...settings, ...keys];
}

const reasons: Readonly<Record<LeftOut['why'], string>> = {
  locked: 'set by the newsroom',
  unknown: 'not known to this version, or with a value it does not know',
  computer: 'a folder of another computer',
  reserved: 'the system needs these keys',
  held: 'the newsroom has given these keys to another command',
};

/** What of a file is not taken over, and why, as a line. */
export function leftOutWords({ key, why }: LeftOut): string {
  const id = key.replace(/^keys\./u, '');
  const setting = settingKeys.find((one) => one === key);
  const name = setting
    ? settingsTable[setting].label
    : id !== key && isCommandId(id)
      ? `Keys of “${commands[id].label}”`
      : key;
  return `${name}: ${reasons[why]}`;
}
