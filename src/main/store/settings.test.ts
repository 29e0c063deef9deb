import { expect, test } from 'vitest';
import { NO_POLICY } from '#shared/domain/policy';
import { changeSettings, getSettings, getSettingsSources } from './settings';
import { testFolder, testStore } from './testing/testStore';

test('what a person chose is kept, and is given up again', () => {
  const folder = testFolder();
  changeSettings(testStore({ folder }), NO_POLICY, { set: { theme: 'dark', exportFolder: '/tmp/out' } });
  const again = testStore({ folder });
  expect(getSettings(again, NO_POLICY)).toMatchObject({ theme: 'dark', exportFolder: '/tmp/out' });
  expect(changeSettings(again, NO_POLICY, { reset: ['theme'] }).theme).toBe('system');
  expect(getSettingsSources(again, NO_POLICY).chosen).toEqual({ exportFolder: '/tmp/out' });
});

test('a policy’s default holds until a person chooses; what it locks holds whatever they chose', () => {
  const store = testStore();
  const policy = { defaults: { contrast: 'high' }, locked: {} } as const;
  expect(getSettings(store, policy).contrast).toBe('high');
  expect(changeSettings(store, policy, { set: { contrast: 'system' } }).contrast).toBe('system');
  expect(getSettings(store, { defaults: {}, locked: { contrast: 'high' } }).contrast).toBe('high');
});

test('a change of a locked setting is refused as a whole, and so is giving it up', () => {
  const store = testStore();
  const policy = { defaults: {}, locked: { theme: 'dark' } } as const;
  const refused: unknown = expect.objectContaining({ code: 'setting_locked', detail: 'theme' });
  expect(() => changeSettings(store, policy, { set: { autoformat: false, theme: 'light' } })).toThrow(
    refused,
  );
  expect(() => changeSettings(store, policy, { reset: ['theme'] })).toThrow(refused);
  expect(getSettings(store, policy)).toMatchObject({ autoformat: true, theme: 'dark' });
});

test('a value that another version of the app left counts as never chosen', () => {
  const store = testStore();
  const keep = store.db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  keep.run('theme', '"sepia"');
  keep.run('contrast', '{no JSON');
  keep.run('keys', '{"format.bold":"CmdOrCtrl+G","format.code":"MediaPlayPause"}');
  const { theme, contrast, keys } = getSettings(store, NO_POLICY);
  expect({ theme, contrast, keys }).toEqual({
    theme: 'system',
    contrast: 'system',
    keys: { 'format.bold': 'CmdOrCtrl+G' },
  });
});

test('of the keys, those of a locked command alone cannot be changed', () => {
  const store = testStore();
  const policy = { defaults: {}, locked: { keys: { 'format.bold': 'CmdOrCtrl+G' } } } as const;
  const changed = changeSettings(store, policy, { set: { keys: { 'view.list': 'F7' } } });
  expect(changed.keys).toEqual({ 'view.list': 'F7', 'format.bold': 'CmdOrCtrl+G' });
  const keys = { 'view.list': 'F7', 'format.bold': null };
  const refused: unknown = expect.objectContaining({ code: 'setting_locked', detail: 'keys.format.bold' });
  expect(() => changeSettings(store, policy, { set: { keys } })).toThrow(refused);
  expect(changeSettings(store, policy, { reset: ['keys'] }).keys).toEqual({ 'format.bold': 'CmdOrCtrl+G' });
});
