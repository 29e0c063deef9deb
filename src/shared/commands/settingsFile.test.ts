import { expect, test } from 'vitest';
import { readSettingsFile, writeSettingsFile } from './settingsFile';

const nothing = { chosen: {}, defaults: {}, locked: {} };
const file = (settings: unknown): string => JSON.stringify({ nutgraf: 'settings', version: 1, settings });

test('what is written is read as it was, but for the folders, which are of one computer', () => {
  const keys = { 'format.bold': 'CmdOrCtrl+G', 'format.code': null } as const;
  const text = writeSettingsFile({ theme: 'dark', exportFolder: '/home/editor/out', keys });
  expect(text).not.toContain('editor');
  expect(readSettingsFile(text, nothing, 'other')).toEqual({ patch: { theme: 'dark', keys }, leftOut: [] });
});

test('what is locked, unknown, reserved or of another computer is left out and named', () => {
  const text = file({
    theme: 'dark',
    contrast: 'purple',
    telemetry: true,
    importFolder: '/tmp',
    autoformat: false,
    keys: { 'format.bold': 'CmdOrCtrl+C', 'format.code': 'F8', 'format.link': 'F9', 'no.command': 'F7' },
  });
  const locked = { theme: 'light', keys: { 'format.code': null } } as const;
  const sources = { chosen: { keys: { 'format.code': 'F5' } }, defaults: {}, locked };
  const { patch, leftOut } = readSettingsFile(text, sources, 'other');
  expect(patch).toEqual({ autoformat: false, keys: { 'format.link': 'F9', 'format.code': 'F5' } });
  expect(Object.fromEntries(leftOut.map(({ key, why }) => [key, why]))).toEqual({
    theme: 'locked',
    contrast: 'unknown',
    telemetry: 'unknown',
    importFolder: 'computer',
    'keys.format.bold': 'reserved',
    'keys.format.code': 'locked',
    'keys.no.command': 'unknown',
  });
});

test('keys that a locked command has are left out and named, and others are taken over', () => {
  const keys = { 'article.new': 'CmdOrCtrl+G', 'article.search': 'F7', 'format.link': 'F8' } as const;
  const locked = { keys: { 'format.bold': 'CmdOrCtrl+G', 'no.command': 'F7', 'format.italic': null } };
  expect(readSettingsFile(file({ keys }), { ...nothing, locked }, 'other')).toEqual({
    patch: { keys: { 'article.search': 'F7', 'format.link': 'F8' } },
    leftOut: [{ key: 'keys.article.new', why: 'held' }],
  });
});

test('keys with macOS’s Ctrl are taken over as this system names them, and left out where it needs them', () => {
  const keys = { 'format.bold': 'Ctrl+Shift+G', 'format.link': 'Ctrl+C', 'format.code': 'Ctrl+J' };
  const locked = { keys: { 'format.quote': 'CmdOrCtrl+J' } };
  expect(readSettingsFile(file({ keys }), { ...nothing, locked }, 'other')).toEqual({
    patch: { keys: { 'format.bold': 'CmdOrCtrl+Shift+G' } },
    leftOut: [
      { key: 'keys.format.link', why: 'reserved' },
      { key: 'keys.format.code', why: 'held' },
    ],
  });
});

test.each(['', '[]', '{}', '{"settings":{}}', '{"nutgraf":"settings","version":2,"settings":{}}'])(
  '%j is no file of settings',
  (text) => {
    expect(() => readSettingsFile(text, nothing, 'other')).toThrow(
      expect.objectContaining({ code: 'not_settings' }),
    );
  },
);
