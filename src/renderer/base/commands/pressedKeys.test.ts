import { expect, it } from 'vitest';
import { type Press, pressedKeys } from './pressedKeys';

const press = (key: string, keyCode: number, held = ''): Press => ({
  key,
  keyCode,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  getModifierState: (name) => name === 'AltGraph' && held.includes('Graph'),
});

it('names what was pressed as the menu does, whatever the layout types', () => {
  expect(pressedKeys(press('b', 66, 'Ctrl'), 'other')).toBe('CmdOrCtrl+B');
  expect(pressedKeys(press('и', 66, 'Ctrl'), 'other')).toBe('CmdOrCtrl+B');
  expect(pressedKeys(press('*', 56, 'Ctrl Shift'), 'other')).toBe('CmdOrCtrl+Shift+8');
  expect(pressedKeys(press(',', 188, 'Ctrl'), 'other')).toBe('CmdOrCtrl+,');
  expect(pressedKeys(press('F7', 118), 'other')).toBe('F7');
});

it('tells Ctrl from ⌘ on macOS alone', () => {
  expect(pressedKeys(press('b', 66, 'Meta'), 'mac')).toBe('CmdOrCtrl+B');
  expect(pressedKeys(press('b', 66, 'Ctrl'), 'mac')).toBe('Ctrl+B');
  expect(pressedKeys(press('b', 66, 'Meta'), 'other')).toBeNull();
});

it('is nothing where a sign is typed, the caret moved, or a modifier only held', () => {
  expect(pressedKeys(press('b', 66), 'other')).toBeNull();
  expect(pressedKeys(press('B', 66, 'Shift'), 'other')).toBeNull();
  expect(pressedKeys(press('@', 81, 'Ctrl Alt Graph'), 'other')).toBeNull();
  expect(pressedKeys(press('ArrowLeft', 37, 'Ctrl'), 'other')).toBeNull();
  expect(pressedKeys(press('Control', 17, 'Ctrl'), 'other')).toBeNull();
});
