import { expect, it } from 'vitest';
import { keysOf, platformOf } from './keySigns';

it('writes a shortcut as the platform does', () => {
  expect(keysOf('CmdOrCtrl+Shift+E', platformOf('Linux x86_64'))).toBe('Ctrl+Shift+E');
  expect(keysOf('CmdOrCtrl+Shift+E', platformOf('MacIntel'))).toBe('⇧⌘E');
  expect(keysOf('CmdOrCtrl+Alt+2', 'mac')).toBe('⌥⌘2');
  expect(keysOf('CmdOrCtrl+Enter', 'mac')).toBe('⌘↩');
});
