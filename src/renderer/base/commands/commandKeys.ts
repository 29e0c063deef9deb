import type { CommandId } from '#shared/commands';
import { type KeysOfCommands, commandOfKeys, keysOfCommands } from '#shared/commands/keys';
import type { Platform } from '#shared/commands/reservedKeys';
import type { Settings } from '#shared/domain/settings';
import { currentSettings, useSettings } from '../queries/settings';
import { keysOf, platformOf } from './keySigns';
import { type Press, pressedKeys } from './pressedKeys';

/** The system that this window is shown on. */
export const platform = (): Platform => platformOf(navigator.platform);

let known: { readonly chosen: Settings['keys']; readonly keys: KeysOfCommands } | null = null;

function keysFor(chosen: Settings['keys']): KeysOfCommands {
  if (known?.chosen !== chosen) known = { chosen, keys: keysOfCommands(chosen, platform()) };
  return known.keys;
}

/** The keys of every command now. */
const currentKeys = (): KeysOfCommands => keysFor(currentSettings().keys);

/** The same, for what shows them. */
export const useKeys = (): KeysOfCommands => keysFor(useSettings().keys);

/** A command's keys as shown here; undefined when it has none. The menu makes them work. */
export function useCommandKeys(id: CommandId): string | undefined {
  const { accelerator } = useKeys()[id];
  return accelerator === null ? undefined : keysOf(accelerator, platform());
}

/** The command whose keys were pressed. */
export function pressedCommand(event: Press): CommandId | null {
  const keys = pressedKeys(event, platform());
  return keys === null ? null : commandOfKeys(currentKeys(), keys);
}
