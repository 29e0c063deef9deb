import { languageCodes, languages } from '../language/languages';
import { saying, searchWords } from '../language/say';
import type { SettingKey } from './settings';

/** The settings' sections, in order. */
export const settingsSections = {
  general: {
    label: saying('General'),
    about: saying('How Nutgraf looks, and which language it speaks.'),
  },
  writing: { label: saying('Writing'), about: saying('What happens as you type. All of it works offline.') },
  sections: {
    label: saying('Sections'),
    about: saying('The sections of the paper, their colours and their order.'),
  },
  export: { label: saying('Export'), about: saying('Where files go, and where they come from.') },
  sites: { label: saying('Sites'), about: saying('The sites your articles are sent to.') },
  keyboard: {
    label: saying('Keyboard'),
    about: saying('Every command can have its own keys. Type a name or press keys to find one.'),
  },
  privacy: { label: saying('Privacy'), about: saying('What is kept, where, and what leaves this computer.') },
  updates: {
    label: saying('Updates'),
    about: saying('Whether Nutgraf looks for newer versions. None is installed unasked.'),
  },
} as const satisfies Record<string, { readonly label: () => string; readonly about: () => string }>;

export type SettingsSection = keyof typeof settingsSections;

export const settingsSectionNames = Object.keys(settingsSections) as readonly SettingsSection[];

/** The cards of the settings, with their headings. */
export const settingsGroups = {
  appearance: saying('Appearance'),
  language: saying('Language'),
  firstStart: saying('First start'),
  newerVersions: saying('Newer versions'),
  autoformat: saying('Autoformat'),
  lists: saying('Lists'),
  folders: saying('Folders'),
  waitingSends: saying('Waiting sends'),
  keyboard: saying('Keyboard'),
} as const satisfies Record<string, () => string>;

type SettingsGroup = keyof typeof settingsGroups;

/** What a person sets it with. */
type Control =
  | { readonly kind: 'switch' }
  /** A table of all commands, which is its section. */
  | { readonly kind: 'keys' }
  | { readonly kind: 'folder'; readonly title: () => string }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: () => string }[];
    };

/** One setting as a person sees it. */
export interface SettingRow {
  readonly section: SettingsSection;
  readonly group: SettingsGroup;
  readonly label: () => string;
  /** What it does. */
  readonly about: () => string;
  readonly control: Control;
  /** Other words by which people look for it. */
  readonly words: () => string;
}

/** Every setting, once: the dialog and its search are drawn from it, in this order. */
export const settingsTable = {
  theme: {
    section: 'general',
    group: 'appearance',
    label: saying('Theme'),
    about: saying('The colours of all windows.'),
    control: {
      kind: 'choice',
      choices: [
        { value: 'system', label: saying('Same as system') },
        { value: 'light', label: saying('Light') },
        { value: 'dark', label: saying('Dark') },
      ],
    },
    words: searchWords('theme, appearance, night, mode, colors'),
  },
  contrast: {
    section: 'general',
    group: 'appearance',
    label: saying('Contrast'),
    about: saying('High contrast has stronger lines and text, and frames what is chosen.'),
    control: {
      kind: 'choice',
      choices: [
        { value: 'system', label: saying('Same as system') },
        { value: 'high', label: saying('High') },
      ],
    },
    words: searchWords('contrast, accessibility, legible, vision'),
  },
  language: {
    section: 'general',
    group: 'language',
    label: saying('Language of the interface'),
    about: saying('It changes when Nutgraf starts next. Articles keep their own languages.'),
    control: {
      kind: 'choice',
      choices: [
        { value: 'system', label: saying('Same as system') },
        ...languageCodes.map((code) => ({ value: code, label: () => languages[code].name })),
      ],
    },
    words: searchWords('language, translation, locale, German, French, Spanish, Arabic'),
  },
  firstTour: {
    section: 'general',
    group: 'firstStart',
    label: saying('Show the tour'),
    about: saying(
      'At a start with no article, until it is finished or skipped. It is always in the Help menu.',
    ),
    control: { kind: 'switch' },
    words: searchWords('tour, introduction, welcome, guide, onboarding, begin'),
  },
  updates: {
    section: 'updates',
    group: 'newerVersions',
    label: saying('Look for updates'),
    about: saying(
      'Where this build knows where to ask. A newer version is told, and downloaded only when you say so. Nothing about you or your articles is sent.',
    ),
    control: {
      kind: 'choice',
      choices: [
        { value: 'ask', label: saying('Once a day') },
        { value: 'off', label: saying('Never') },
      ],
    },
    words: searchWords('update, upgrade, version, new, automatic, download, network'),
  },
  updateChannel: {
    section: 'updates',
    group: 'newerVersions',
    label: saying('Versions to hear of'),
    about: saying(
      'A beta is tried out before it is finished. Whoever hears of betas hears of finished versions too.',
    ),
    control: {
      kind: 'choice',
      choices: [
        { value: 'stable', label: saying('Finished') },
        { value: 'beta', label: saying('Betas too') },
      ],
    },
    words: searchWords('update, upgrade, channel, stable, preview, test'),
  },
  autoformat: {
    section: 'writing',
    group: 'autoformat',
    label: saying('Format while typing'),
    about: saying(
      '## crosshead, > quote, - list, **bold**, web addresses. One Backspace brings the plain signs back.',
    ),
    control: { kind: 'switch' },
    words: searchWords('format, Markdown, signs, shortcuts, automatic, link, heading, italic'),
  },
  tabInLists: {
    section: 'writing',
    group: 'lists',
    label: saying('Tab key indents list items'),
    about: saying('Otherwise Tab leaves the text, as it does everywhere.'),
    control: { kind: 'switch' },
    words: searchWords('list, indentation, bullets, nested, keyboard'),
  },
  exportFolder: {
    section: 'export',
    group: 'folders',
    label: saying('Folder for exports'),
    about: saying('The dialog opens here. After each export it is the folder that was chosen last.'),
    control: { kind: 'folder', title: saying('Folder for exports') },
    words: searchWords('export, folder, directory, save, path, output'),
  },
  importFolder: {
    section: 'export',
    group: 'folders',
    label: saying('Folder for imports'),
    about: saying('The dialog opens here. After each import it is the folder that was chosen last.'),
    control: { kind: 'folder', title: saying('Folder for imports') },
    words: searchWords('import, folder, directory, open, path, input'),
  },
  keepRunning: {
    section: 'sites',
    group: 'waitingSends',
    label: saying('Keep running for waiting sends'),
    about: saying(
      'After its last window is closed, Nutgraf stays in the background until what waits has been sent, then quits by itself. What needs you, such as a conflict, does not keep it open. On a Mac, Nutgraf stays open without windows anyway.',
    ),
    control: { kind: 'switch' },
    words: searchWords('send, background, offline, outbox, close, quit, exit, network, later'),
  },
  keys: {
    section: 'keyboard',
    group: 'keyboard',
    label: saying('Keys of commands'),
    about: saying('The keys that run a command, and whether it has any.'),
    control: { kind: 'keys' },
    words: searchWords('keys, keyboard, shortcuts, hotkeys, accelerators, bindings'),
  },
} as const satisfies Record<SettingKey, SettingRow>;

export const settingKeys = Object.keys(settingsTable) as readonly SettingKey[];

/** The settings of a section, in order. */
export function settingsIn(section: SettingsSection): readonly SettingKey[] {
  return settingKeys.filter((key) => settingsTable[key].section === section);
}
