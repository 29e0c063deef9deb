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
import { say, saying } from '#shared/language/say';

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
  if (control.kind === 'switch') return value === true ? say('On') : say('Off');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (control.kind !== 'choice') return text;
  return control.choices.find((choice) => choice.value === text)?.label() ?? text;
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
    return isSame ? [] : [{ key, label: settingsTable[key].label(), before: words[0], after: words[1] }];
  });
  const [had, has] = [keysOfCommands(before.keys, platform), keysOfCommands(after.keys, platform)];
  const written = (accelerator: string | null): string =>
    accelerator === null ? say('None') : keysOf(accelerator, platform);
  const keys = Object.entries(commands).flatMap(([id, { label }]): readonly ChangeWords[] => {
    if (!isCommandId(id) || had[id].accelerator === has[id].accelerator) return [];
    const [from, to] = [written(had[id].accelerator), written(has[id].accelerator)];
    return [
      { key: `keys.${id}`, label: say('Keys of “{command}”', { command: label() }), before: from, after: to },
    ];
  });
  return [...settings, ...keys];
}

const reasons: Readonly<Record<LeftOut['why'], () => string>> = {
  locked: saying('set by the newsroom'),
  unknown: saying('not known to this version, or with a value it does not know'),
  computer: saying('a folder of another computer'),
  reserved: saying('the system needs these keys'),
  held: saying('the newsroom has given these keys to another command'),
};

/** What of a file is not taken over, and why, as a line. */
export function leftOutWords({ key, why }: LeftOut): string {
  const id = key.replace(/^keys\./u, '');
  const setting = settingKeys.find((one) => one === key);
  const name = setting
    ? settingsTable[setting].label()
    : id !== key && isCommandId(id)
      ? say('Keys of “{command}”', { command: commands[id].label() })
      : key;
  return say('{setting}: {reason}', { setting: name, reason: reasons[why]() });
}
