import type { Platform } from '#shared/commands/reservedKeys';
import { isAccelerator, writeAccelerator } from '#shared/domain/accelerator';

export type Press = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

/** The signs that keys have without Shift, by the key's code: the system's own, so that each layout has its own. */
const signs: Readonly<Record<number, string>> = {
  13: 'Enter',
  186: ';',
  187: '=',
  188: ',',
  189: '-',
  190: '.',
  191: '/',
  192: '`',
  219: '[',
  220: '\\',
  221: ']',
  222: "'",
};

/**
 * A key as accelerators name it. By its code, as the menu does: on a Greek or Russian keyboard, Ctrl+B is the key
 * that has B on a Latin one.
 */
function keyName({ keyCode }: Press): string | null {
  if ((keyCode >= 48 && keyCode <= 57) || (keyCode >= 65 && keyCode <= 90))
    return String.fromCharCode(keyCode);
  if (keyCode >= 112 && keyCode <= 135) return `F${keyCode - 111}`;
  return signs[keyCode] ?? null;
}

/** What was pressed, in Electron's form; null when no command can have it, since it types, moves or is the system's. */
export function pressedKeys(event: Press, system: Platform): string | null {
  const key = keyName(event);
  const isOfSystem = event.getModifierState('AltGraph') || (system === 'other' && event.metaKey);
  if (key === null || isOfSystem) return null;
  const held = [
    ['CmdOrCtrl', system === 'mac' ? event.metaKey : event.ctrlKey],
    ['Ctrl', system === 'mac' && event.ctrlKey],
    ['Alt', event.altKey],
    ['Shift', event.shiftKey],
  ] as const;
  const accelerator = writeAccelerator(
    new Set(held.flatMap(([name, isHeld]) => (isHeld ? [name] : []))),
    key,
  );
  return isAccelerator(accelerator) ? accelerator : null;
}
