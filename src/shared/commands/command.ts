import type { Settings } from '../domain/settings';
import type { MenuPlace } from './menus';

/** A setting that is on or off. */
export type SwitchName = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** What must hold for a command to be offered. */
export type CommandNeeds =
  'nothing' | 'article' | 'writable' | 'editing' | 'trashed' | 'account' | 'sendable';

/** One command, in the group of its menu in which it stands. */
export type Command = MenuPlace & {
  readonly label: string;
  /** In Electron's form. `CmdOrCtrl` is ⌘ on macOS. */
  readonly accelerator?: string;
  readonly needs: CommandNeeds;
  /** The setting that it turns on and off: the menu shows a tick while it is on. */
  readonly setting?: SwitchName;
  /** The process that carries it out. */
  readonly runs: 'main' | 'window';
  /** It is for what a dialog holds as well: the other commands of the page are off while one lies over it. */
  readonly inDialogs?: boolean;
};
