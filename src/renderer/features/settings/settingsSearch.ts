import { commandIds, commands } from '#shared/commands';
import { cmsKinds } from '#shared/domain/cmsKinds';
import { wordsOf } from '#shared/domain/folding';
import {
  type SettingRow,
  type SettingsSection,
  settingsIn,
  settingsSectionNames,
  settingsSections,
  settingsTable,
} from '#shared/domain/settingsTable';
import { searchWords } from '#shared/language/say';

/** What a search can find: a setting, or a section that is more than its settings. */
export interface Entry {
  readonly id: string;
  readonly section: SettingsSection;
  readonly label: string;
  readonly about: string;
  /** Everything else by which it is found. */
  readonly words: string;
}

const ofSites = searchWords('sites, accounts, CMS, password, login');

/** What people look for in the sections that have no settings. */
const moreWords: { readonly [Section in SettingsSection]?: () => string } = {
  sections: searchWords('sections, categories, desks, rename, add'),
  sites: () => [ofSites(), ...Object.values(cmsKinds).map(({ name }) => name)].join(', '),
  privacy: searchWords(
    'privacy, telemetry, diagnostics, log, store, folder, passwords, data, fault, tracking',
  ),
};

/** The row of each command in the table of keys. */
const ofCommands = (): readonly Entry[] =>
  commandIds.map((id) => ({
    id: `keys.${id}`,
    section: 'keyboard',
    label: commands[id].label(),
    about: '',
    words: '',
  }));

/** Everything that can be found, in the order in which it is shown. */
export const entries = (): readonly Entry[] =>
  settingsSectionNames.flatMap((section): readonly Entry[] => {
    const words = moreWords[section];
    const whole = words === undefined ? [] : [{ id: section, ...settingsSections[section], words }];
    const settings = settingsIn(section).map((key) => ({
      id: key,
      ...settingsTable[key],
      words: wordsFor(settingsTable[key]),
    }));
    const said = [...whole, ...settings].map(({ label, about, ...entry }) => ({
      id: entry.id,
      section,
      label: label(),
      about: about(),
      words: entry.words(),
    }));
    return [...said, ...(section === 'keyboard' ? ofCommands() : [])];
  });

/** A setting is also found by what it can be set to. */
const wordsFor =
  ({ words, control }: SettingRow) =>
  (): string =>
    [words(), ...(control.kind === 'choice' ? control.choices.map(({ label }) => label()) : [])].join(', ');

const folded = (text: string): readonly string[] => wordsOf(text).map((word) => word.text);

/** The entries that have every word of what was typed, or a word that begins with it, in order; none for nothing. */
export function findEntries(query: string, all: readonly Entry[] = entries()): readonly Entry[] {
  const typed = folded(query);
  if (typed.length === 0) return [];
  return all.filter(({ label, about, words }) => {
    const has = folded([label, about, words].join(', '));
    return typed.every((start) => has.some((word) => word.startsWith(start)));
  });
}

interface Hit {
  readonly from: number;
  readonly to: number;
}

/** What in a text matches what was typed, in order; UTF-16 code units. */
export function hitsIn(text: string, query: string): readonly Hit[] {
  const typed = folded(query);
  return wordsOf(text).flatMap((word) => {
    const start = typed.filter((one) => word.text.startsWith(one)).toSorted((a, b) => b.length - a.length)[0];
    if (start === undefined) return [];
    const isAsWritten = word.to - word.from === word.text.length;
    return [{ from: word.from, to: isAsWritten ? word.from + start.length : word.to }];
  });
}
