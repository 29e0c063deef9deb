import { expect, test } from 'vitest';
import { isAccelerator } from './accelerator';

test.each([
  'CmdOrCtrl+E',
  'CmdOrCtrl+Shift+8',
  'Ctrl+Alt+Shift+/',
  'Alt+[',
  'F7',
  'Shift+F12',
  'CmdOrCtrl+Enter',
])('%s can be a command’s', (text) => expect(isAccelerator(text)).toBe(true));

test.each([
  ['types', 'E'],
  ['types', 'Shift+E'],
  ['types', 'Enter'],
  ['is another order of the same', 'Shift+CmdOrCtrl+E'],
  ['is said twice', 'CmdOrCtrl+CmdOrCtrl+E'],
  ['leaves the field', 'CmdOrCtrl+Tab'],
  ['moves the caret', 'CmdOrCtrl+Left'],
  ['is not there', 'F25'],
  ['is no key', 'CmdOrCtrl+'],
  ['is nothing', ''],
])('what %s cannot: “%s”', (_, text) => {
  expect(isAccelerator(text)).toBe(false);
});
