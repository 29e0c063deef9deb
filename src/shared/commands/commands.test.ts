import { defaultSettings as defaults } from '#shared/domain/settings';
import { expect, test } from 'vitest';
import { type Command, holdsIn, settingsChange } from './command';
import { EMPTY_CONTEXT } from './commandContext';
import { commandIds, commands, isCommandId, isEnabled } from '.';

const accelerators = commandIds.flatMap((id) => {
  const command = commands[id];
  return 'accelerator' in command ? [command.accelerator] : [];
});

test('no shortcut is AltGr with a key, which types @ or # on many keyboards under Windows', () => {
  expect(accelerators.filter((keys) => keys.includes('CmdOrCtrl+Alt'))).toEqual([]);
});

test('no two commands share a shortcut', () => {
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('on an empty library only what needs no article can be run', () => {
  expect(isEnabled('article.new', EMPTY_CONTEXT)).toBe(true);
  expect(isEnabled('format.bold', EMPTY_CONTEXT)).toBe(false);
  expect(isEnabled('cms.send', EMPTY_CONTEXT)).toBe(false);
});

test('an article in the trash can be put back and not changed', () => {
  const context = { article: true, trashed: true, editing: true, account: true, modal: false };
  expect(isEnabled('article.restore', context)).toBe(true);
  expect(isEnabled('format.bold', context)).toBe(false);
  expect(isEnabled('article.trash', context)).toBe(false);
  expect(isEnabled('cms.send', context)).toBe(false);
});

test('behind a dialog the commands of the page are off, but for those that its fields need', () => {
  const context = { article: true, trashed: false, editing: true, account: true, modal: true };
  const enabled = commandIds.filter((id) => commands[id].runs === 'window' && isEnabled(id, context));
  expect(enabled).toEqual(['edit.undo', 'edit.redo']);
  expect(isEnabled('window.new', context)).toBe(true);
});

test('only names in the table are commands', () => {
  expect(isCommandId('article.new')).toBe(true);
  expect(isCommandId('toString')).toBe(false);
});

test('a command of the settings, carried out, holds; of each setting that is chosen, one command holds', () => {
  const rows = Object.values<Command>(commands).filter(({ setting, chooses }) => setting ?? chooses);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const off = row.setting ? { ...defaults, [row.setting]: false } : defaults;
    expect(holdsIn(row, { ...off, ...settingsChange(row, off) })).toBe(true);
  }
  const held = rows.filter((row) => row.chooses && holdsIn(row, { ...defaults, theme: 'dark' }));
  expect(held.map(({ label }) => label())).toEqual(['Theme: dark', 'Contrast: same as system']);
});
