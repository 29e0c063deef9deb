import type { SettingKey } from './settings';

/** The settings' sections, in order. */
export const settingsSections = {
  general: { label: 'General', about: 'How Nutgraf looks, and whether it looks for newer versions.' },
  writing: { label: 'Writing', about: 'What happens as you type. All of it works offline.' },
  sections: { label: 'Sections', about: 'The sections of the paper, their colours and their order.' },
  export: { label: 'Export', about: 'Where files go, and where they come from.' },
  sites: { label: 'Sites', about: 'The sites your articles are sent to.' },
  keyboard: {
    label: 'Keyboard',
    about: 'Every command can have its own keys. Type a name or press keys to find one.',
  },
  privacy: { label: 'Privacy', about: 'What is kept, where, and what leaves this computer.' },
} as const satisfies Record<string, { readonly label: string; readonly about: string }>;

export type SettingsSection = keyof typeof settingsSections;

export const settingsSectionNames = Object.keys(settingsSections) as readonly SettingsSection[];

/** What a person sets it with. */
type Control =
  | { readonly kind: 'switch' }
  /** A table of all commands, which is its section. */
  | { readonly kind: 'keys' }
  | { readonly kind: 'folder'; readonly title: string }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    };

/** One setting as a person sees it. */
export interface SettingRow {
  readonly section: SettingsSection;
  /** The heading of its card. */
  readonly group: string;
  readonly label: string;
  /** What it does. */
  readonly about: string;
  readonly control: Control;
  /** Other words by which people look for it. */
  readonly words: readonly string[];
}

/** Every setting, once: the dialog and its search are drawn from it, in this order. */
export const settingsTable = {
  theme: {
    section: 'general',
    group: 'Appearance',
    label: 'Theme',
    about: 'The colours of all windows.',
    control: {
      kind: 'choice',
      choices: [
        { value: 'system', label: 'Same as system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ],
    },
    words: ['appearance', 'night', 'mode', 'colors'],
  },
  contrast: {
    section: 'general',
    group: 'Appearance',
    label: 'Contrast',
    about: 'High contrast has stronger lines and text, and frames what is chosen.',
    control: {
      kind: 'choice',
      choices: [
        { value: 'system', label: 'Same as system' },
        { value: 'high', label: 'High' },
      ],
    },
    words: ['accessibility', 'legible', 'vision'],
  },
  updates: {
    section: 'general',
    group: 'Updates',
    label: 'Look for updates',
    about:
      'Where this build knows where to ask. A newer version is told, and downloaded only when you say so. Nothing about you or your articles is sent.',
    control: {
      kind: 'choice',
      choices: [
        { value: 'ask', label: 'Once a day' },
        { value: 'off', label: 'Never' },
      ],
    },
    words: ['upgrade', 'version', 'new', 'automatic', 'download', 'network'],
  },
  updateChannel: {
    section: 'general',
    group: 'Updates',
    label: 'Versions to hear of',
    about:
      'A beta is tried out before it is finished. Whoever hears of betas hears of finished versions too.',
    control: {
      kind: 'choice',
      choices: [
        { value: 'stable', label: 'Finished' },
        { value: 'beta', label: 'Betas too' },
      ],
    },
    words: ['upgrade', 'channel', 'stable', 'preview', 'test'],
  },
  autoformat: {
    section: 'writing',
    group: 'Autoformat',
    label: 'Format while typing',
    about:
      '## crosshead, > quote, - list, **bold**, web addresses. One Backspace brings the plain signs back.',
    control: { kind: 'switch' },
    words: ['markdown', 'signs', 'shortcuts', 'automatic', 'link', 'heading', 'italic'],
  },
  tabInLists: {
    section: 'writing',
    group: 'Lists',
    label: 'Tab key indents list items',
    about: 'Otherwise Tab leaves the text, as it does everywhere.',
    control: { kind: 'switch' },
    words: ['indentation', 'bullets', 'nested', 'keyboard'],
  },
  exportFolder: {
    section: 'export',
    group: 'Folders',
    label: 'Folder for exports',
    about: 'The dialog opens here. After each export it is the folder that was chosen last.',
    control: { kind: 'folder', title: 'Folder for exports' },
    words: ['directory', 'save', 'path', 'output'],
  },
  importFolder: {
    section: 'export',
    group: 'Folders',
    label: 'Folder for imports',
    about: 'The dialog opens here. After each import it is the folder that was chosen last.',
    control: { kind: 'folder', title: 'Folder for imports' },
    words: ['directory', 'open', 'path', 'input'],
  },
  keys: {
    section: 'keyboard',
    group: 'Keyboard',
    label: 'Keys of commands',
    about: 'The keys that run a command, and whether it has any.',
    control: { kind: 'keys' },
    words: ['shortcuts', 'hotkeys', 'accelerators', 'bindings'],
  },
} as const satisfies Record<SettingKey, SettingRow>;

export const settingKeys = Object.keys(settingsTable) as readonly SettingKey[];

/** The settings of a section, in order. */
export function settingsIn(section: SettingsSection): readonly SettingKey[] {
  return settingKeys.filter((key) => settingsTable[key].section === section);
}
