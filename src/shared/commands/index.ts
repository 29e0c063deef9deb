import { cmsCommands } from './cms';
import type { Command, CommandNeeds } from './command';
import type { CommandContext } from './commandContext';
import { editCommands } from './edit';
import { fileCommands } from './file';
import { formatCommands } from './format';
import { helpCommands } from './help';
import { insertCommands } from './insert';
import { viewCommands } from './view';
import { windowCommands } from './window';

/** Every command of the app, once. The menu, the palette and the shortcuts are drawn from it. */
export const commands = {
  ...fileCommands,
  ...editCommands,
  ...formatCommands,
  ...insertCommands,
  ...viewCommands,
  ...cmsCommands,
  ...windowCommands,
  ...helpCommands,
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
type Commands = typeof commands;
type MainCommandId = {
  [Id in CommandId]: Commands[Id]['runs'] extends 'main' ? Id : never;
}[CommandId];
export type WindowCommandId = Exclude<CommandId, MainCommandId>;
/** What main does itself, beyond changing the settings as a command's row says. */
export type ActionOfMain = {
  [Id in MainCommandId]: Commands[Id] extends { setting: string } | { chooses: object } ? never : Id;
}[MainCommandId];

export const commandIds = Object.keys(commands) as readonly CommandId[];

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}

const needs = {
  nothing: () => true,
  article: (context) => context.article,
  writable: (context) => context.article && !context.trashed,
  editing: (context) => context.article && !context.trashed && context.editing,
  trashed: (context) => context.article && context.trashed,
  account: (context) => context.account,
  sendable: (context) => context.article && !context.trashed && context.account,
} as const satisfies Record<CommandNeeds, (context: CommandContext) => boolean>;

/** Whether a command is available with what is open. */
export function isEnabled(command: CommandId, context: CommandContext): boolean {
  const { needs: need, runs, inDialogs = false }: Command = commands[command];
  if (context.modal && runs === 'window' && !inDialogs) return false;
  return needs[need](context);
}
