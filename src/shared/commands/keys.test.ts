import { isAccelerator } from '#shared/domain/accelerator';
import { resolveSettings } from '#shared/domain/settings';
import { expect, test } from 'vitest';
import { commandIds } from '.';
import { commandOfKeys, defaultKeys, keysOfCommands } from './keys';
import { whyReserved } from './reservedKeys';

test('every default is one that a person could choose, but for undo and redo', () => {
  const defaults = commandIds.flatMap((id) => defaultKeys(id) ?? []);
  expect(defaults.filter((keys) => !isAccelerator(keys))).toEqual([]);
  for (const platform of ['mac', 'other'] as const) {
    const reserved = commandIds.filter((id) => whyReserved(defaultKeys(id) ?? 'F7', platform) !== null);
    expect(reserved).toEqual(['edit.undo', 'edit.redo']);
  }
});

test('a command has its own keys, none, or its default', () => {
  const keys = keysOfCommands({ 'format.bold': 'CmdOrCtrl+G', 'format.italic': null }, 'other');
  expect(keys['format.bold'].accelerator).toBe('CmdOrCtrl+G');
  expect(keys['format.italic']).toEqual({ accelerator: null, takenBy: null });
  expect(keys['format.underline'].accelerator).toBe('CmdOrCtrl+U');
  expect(commandOfKeys(keys, 'CmdOrCtrl+G')).toBe('format.bold');
  expect(commandOfKeys(keys, 'CmdOrCtrl+B')).toBeNull();
});

test('keys belong to one command: the chosen one before the default', () => {
  const keys = keysOfCommands({ 'view.list': 'CmdOrCtrl+B' }, 'other');
  expect(keys['view.list'].accelerator).toBe('CmdOrCtrl+B');
  expect(keys['format.bold']).toEqual({ accelerator: null, takenBy: 'view.list' });
});

// New article stands before Bold in the menus.
test('keys that the policy locks come before chosen ones, and these before the policy’s defaults', () => {
  const ofNew = { keys: { 'article.new': 'CmdOrCtrl+G' } };
  const ofBold = { keys: { 'format.bold': 'CmdOrCtrl+G' } };
  for (const sources of [
    { locked: ofBold, chosen: ofNew, defaults: {} },
    { locked: ofBold, chosen: {}, defaults: ofNew },
    { locked: {}, chosen: ofBold, defaults: ofNew },
  ]) {
    const keys = keysOfCommands(resolveSettings(sources).keys, 'other');
    expect(keys['format.bold']).toEqual({ accelerator: 'CmdOrCtrl+G', takenBy: null });
    expect(keys['article.new']).toEqual({ accelerator: null, takenBy: 'format.bold' });
  }
});

test('reserved keys, unknown commands, and keys for undo count for nothing', () => {
  const keys = keysOfCommands(
    { 'format.bold': 'CmdOrCtrl+C', 'no.command': 'CmdOrCtrl+G', 'edit.undo': 'CmdOrCtrl+J' },
    'other',
  );
  expect(keys).toEqual(keysOfCommands({}, 'other'));
});

test('keys that type, or that the system has, are refused with the reason, each system its own', () => {
  expect(whyReserved('CmdOrCtrl+C', 'mac')).toContain('copy');
  expect(whyReserved('CmdOrCtrl+Alt+Q', 'other')).toContain('AltGr');
  expect(whyReserved('CmdOrCtrl+Alt+Q', 'mac')).toBeNull();
  expect(whyReserved('Alt+Q', 'mac')).toContain('type');
  expect(whyReserved('Alt+1', 'other')).toBeNull();
  expect(whyReserved('Alt+O', 'other')).toBe('These keys open a menu, in this language or in another.');
  expect(whyReserved('Ctrl+E', 'mac')).toContain('caret');
  expect(whyReserved('F7', 'mac')).toBeNull();
});

test('where Ctrl is CmdOrCtrl, both names are the same keys: reserved, another command’s, and in the menu', () => {
  expect(whyReserved('Ctrl+C', 'other')).toContain('copy');
  expect(whyReserved('Ctrl+Alt+Q', 'other')).toContain('AltGr');
  expect(whyReserved('CmdOrCtrl+Ctrl+C', 'other')).toContain('copy');
  const chosen = { 'format.bold': 'Ctrl+I', 'article.new': 'CmdOrCtrl+I' };
  const keys = keysOfCommands(chosen, 'other');
  expect(keys['format.bold'].accelerator).toBe('CmdOrCtrl+I');
  expect(keys['article.new'].takenBy).toBe('format.bold');
  expect(keys['format.italic'].takenBy).toBe('format.bold');
});

test('on macOS Ctrl is a key of its own', () => {
  const keys = keysOfCommands({ 'format.bold': 'CmdOrCtrl+Ctrl+I' }, 'mac');
  expect(keys['format.bold'].accelerator).toBe('CmdOrCtrl+Ctrl+I');
  expect(keys['format.italic'].accelerator).toBe('CmdOrCtrl+I');
});
