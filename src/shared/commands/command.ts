import type { Policy } from '../domain/policy';
import type { Settings, SettingsPatch } from '../domain/settings';
import type { MenuPlace } from './menus';

/** A setting that is on or off. */
type SwitchName = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** What must be true for a command to be available. */
export type CommandNeeds =
  'nothing' | 'article' | 'writable' | 'editing' | 'trashed' | 'account' | 'sendable';

/** One command, in its group of a menu. */
export type Command = MenuPlace & {
  readonly label: () => string;
  /** In Electron's form. `CmdOrCtrl` is ⌘ on macOS. */
  readonly accelerator?: string;
  readonly needs: CommandNeeds;
  /** The setting it switches: the menu shows a tick while it is on. */
  readonly setting?: SwitchName;
  /** The setting's value that it chooses: the menu marks the one of its group that holds. */
  readonly chooses?: SettingsPatch;
  /** The process that runs it. */
  readonly runs: 'main' | 'window';
  /** Also works in a dialog; the page's other commands are off while a dialog is open over it. */
  readonly inDialogs?: boolean;
};

type OfSettings = Pick<Command, 'setting' | 'chooses'>;

/** What a command of the settings changes in them; null for any other command. */
export function settingsChange({ setting, chooses }: OfSettings, settings: Settings): SettingsPatch | null {
  return setting ? { [setting]: !settings[setting] } : (chooses ?? null);
}

/** Whether the newsroom's policy keeps a command of the settings from changing them. */
export function isLocked({ setting, chooses = {} }: OfSettings, { locked }: Pick<Policy, 'locked'>): boolean {
  return [...(setting ? [setting] : []), ...Object.keys(chooses)].some((key) => Object.hasOwn(locked, key));
}

/** Whether what a command of the settings switches on, or chooses, holds. */
export function holdsIn({ setting, chooses = {} }: OfSettings, settings: Settings): boolean {
  if (setting) return settings[setting];
  return Object.entries(chooses).every(([key, value]) => settings[key as keyof Settings] === value);
}
