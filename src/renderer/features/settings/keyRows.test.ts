import { expect, it } from 'vitest';
import type { SettingsSources } from '#shared/domain/settings';
import { type KeyQuery, keyRows, matchingRows, withKeys, withoutKeys } from './keyRows';

const sources = (change: Partial<SettingsSources> = {}): SettingsSources => ({
  chosen: {},
  defaults: {},
  locked: {},
  ...change,
});
const row = (of: SettingsSources, id: string) => keyRows(of, 'other').find((one) => one.id === id);

it('says where a command’s keys come from', () => {
  const of = sources({
    chosen: { keys: { 'format.bold': 'CmdOrCtrl+G' } },
    defaults: { keys: { 'format.code': 'F8' } },
    locked: { keys: { 'format.italic': 'F7' } },
  });
  expect(row(of, 'format.bold')).toMatchObject({ keys: 'CmdOrCtrl+G', from: 'chosen', menu: 'Format' });
  expect(row(of, 'format.code')).toMatchObject({ keys: 'F8', from: 'newsroom' });
  expect(row(of, 'format.italic')).toMatchObject({ keys: 'F7', from: 'locked' });
  expect(row(of, 'format.underline')).toMatchObject({ keys: 'CmdOrCtrl+U', from: 'default' });
  expect(row(of, 'edit.undo')).toMatchObject({ from: 'system' });
});

it('takes keys from another command, which is left with none, and gives them back', () => {
  const taken = withKeys(sources(), { id: 'view.list', keys: 'CmdOrCtrl+B', from: 'format.bold' });
  expect(taken).toEqual({ 'view.list': 'CmdOrCtrl+B', 'format.bold': null });
  const of = sources({ chosen: { keys: taken } });
  expect(row(of, 'format.bold')).toMatchObject({ keys: null, takenBy: null, from: 'chosen' });
  expect(withoutKeys(of, 'view.list')).toEqual({ 'format.bold': null });
  expect(withKeys(of, { id: 'view.list', keys: 'CmdOrCtrl+1', from: null })).toEqual({ 'format.bold': null });
});

it('finds a command by its name, by its menu or by its keys', () => {
  const found = (query: KeyQuery) => matchingRows(keyRows(sources(), 'other'), query).map(({ id }) => id);
  expect(found({ kind: 'text', text: 'bol' })).toEqual(['format.bold']);
  expect(found({ kind: 'text', text: 'insert rule' })).toEqual(['insert.rule']);
  expect(found({ kind: 'keys', keys: 'CmdOrCtrl+B' })).toEqual(['format.bold']);
  expect(found({ kind: 'keys', keys: 'F9' })).toEqual([]);
});
