import type { Settings } from '../domain/settings';
import { type CommandId, commandIds, commands, isCommandId } from '.';
import type { Command } from './command';
import { type Platform, keysOn, whyReserved } from './reservedKeys';

type Chosen = Settings['keys'];

interface CommandKeys {
  /** The keys that work, in Electron's form; null for none. */
  readonly accelerator: string | null;
  /** The command that has the keys that would be this one's; then it has none. */
  readonly takenBy: CommandId | null;
}

export type KeysOfCommands = Readonly<Record<CommandId, CommandKeys>>;

/** Keys that the system gives to every field alike: they cannot be changed. */
const ofSystem: ReadonlySet<CommandId> = new Set(['edit.undo', 'edit.redo']);

export const isChangeable = (id: CommandId): boolean => !ofSystem.has(id);

export function defaultKeys(id: CommandId): string | null {
  const { accelerator }: Command = commands[id];
  return accelerator ?? null;
}

/**
 * The keys of every command, from what is chosen for some: the one place where they are decided. Keys belong to one
 * command: what was chosen comes before a default, in the order in which it is named; then comes the order of the menus.
 *
 * @param chosen the setting `keys`, what the policy locks first; what it says of no command of ours, or of keys that are reserved, counts for nothing
 */
export function keysOfCommands(chosen: Chosen, platform: Platform): KeysOfCommands {
  const said = (id: CommandId): string | null | undefined => {
    const keys = isChangeable(id) && Object.hasOwn(chosen, id) ? chosen[id] : undefined;
    if (typeof keys !== 'string') return keys;
    return whyReserved(keys, platform) === null ? keysOn(platform, keys) : undefined;
  };
  const holders = new Map<string, CommandId>();
  const keep = (id: CommandId, wanted: string | null): readonly [CommandId, CommandKeys] => {
    const holder = wanted === null ? undefined : holders.get(wanted);
    if (holder !== undefined) return [id, { accelerator: null, takenBy: holder }];
    if (wanted !== null) holders.set(wanted, id);
    return [id, { accelerator: wanted, takenBy: null }];
  };
  const fixed = commandIds.filter((id) => !isChangeable(id)).map((id) => keep(id, defaultKeys(id)));
  const own = Object.keys(chosen)
    .filter(isCommandId)
    .flatMap((id) => {
      const keys = said(id);
      return keys === undefined ? [] : [keep(id, keys)];
    });
  const others = commandIds
    .filter((id) => isChangeable(id) && said(id) === undefined)
    .map((id) => keep(id, defaultKeys(id)));
  return Object.fromEntries([...fixed, ...own, ...others]) as KeysOfCommands;
}

/** The command that keys belong to. */
export function commandOfKeys(keys: KeysOfCommands, accelerator: string): CommandId | null {
  return commandIds.find((id) => keys[id].accelerator === accelerator) ?? null;
}
