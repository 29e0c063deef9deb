import { z } from 'zod';
import { say } from '../language/say';

/** In the order in which an accelerator names them. `CmdOrCtrl` is ⌘ on macOS, and Ctrl elsewhere. */
const modifiers = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'] as const;
type Modifier = (typeof modifiers)[number];

const functionKey = /^F(?:[1-9]|1\d|2[0-4])$/u;
/** What has a sign of its own on a key, and Enter. */
const plainKey = /^(?:[A-Z0-9]|[-=[\]\\;'`,./]|Enter)$/u;

const isModifier = (part: string): part is Modifier => (modifiers as readonly string[]).includes(part);

/** Keys in Electron's form: `CmdOrCtrl+Shift+E`, `F7`. */
export function writeAccelerator(held: ReadonlySet<Modifier>, key: string): string {
  return [...modifiers.filter((modifier) => held.has(modifier)), key].join('+');
}

/** Whether it is one as {@link writeAccelerator} writes it, and no mere typing: Shift alone types. */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  if (!held.every(isModifier) || writeAccelerator(new Set(held), key) !== text) return false;
  if (functionKey.test(key)) return true;
  return plainKey.test(key) && held.some((modifier) => modifier !== 'Shift');
}

export const accelerator = z
  .string()
  .max(60)
  .refine(isAccelerator, {
    error: () => say('These are no keys that a command can have, such as CmdOrCtrl+Shift+E or F7.'),
  });
