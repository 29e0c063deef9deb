import { expect, test } from 'vitest';
import { readPolicy } from './policy';
import { resolveSettings } from './settings';

const keys = (text: string) => readPolicy(text).faults.map(({ key }) => key);

test('a policy gives defaults, locks, or both', () => {
  expect(readPolicy('{"defaults":{"theme":"dark"},"locked":{"autoformat":false}}')).toEqual({
    policy: { defaults: { theme: 'dark' }, locked: { autoformat: false } },
    faults: [],
  });
  expect(readPolicy('\uFEFF{}')).toEqual({ policy: { defaults: {}, locked: {} }, faults: [] });
});

test('what is not understood is left out by its key, and the rest holds', () => {
  const text =
    '{"version":2,"defaults":{"theme":"pink","contrast":"high"},"locked":{"telemetry":true,"autoformat":false}}';
  expect(readPolicy(text).policy).toEqual({ defaults: { contrast: 'high' }, locked: { autoformat: false } });
  expect(keys(text).toSorted()).toEqual(['defaults.theme', 'locked.telemetry', 'version']);
});

test.each(['', '{', 'null', '[]', '"dark"'])('of %j nothing holds, and the whole file is named', (text) => {
  expect(readPolicy(text).policy).toEqual({ defaults: {}, locked: {} });
  expect(keys(text)).toEqual(['']);
});

test('a part that is no object is left out, and the other holds', () => {
  const text = '{"defaults":[],"locked":{"theme":"dark"}}';
  expect(readPolicy(text).policy).toEqual({ defaults: {}, locked: { theme: 'dark' } });
  expect(keys(text)).toEqual(['defaults']);
});

test('a name that every object has is no key', () => {
  expect(keys('{"__proto__":{"theme":"dark"},"locked":{"constructor":1}}').length).toBeGreaterThan(0);
  expect(
    resolveSettings({ chosen: {}, ...readPolicy('{"__proto__":{"locked":{"theme":"dark"}}}').policy }).theme,
  ).toBe('system');
});

test('what is locked comes before what a person chose, and that before the policy’s default', () => {
  const sources = {
    chosen: { theme: 'light', contrast: 'high' },
    defaults: { theme: 'dark', contrast: 'system', autoformat: false },
    locked: { theme: 'dark' },
  } as const;
  expect(resolveSettings(sources)).toMatchObject({ theme: 'dark', contrast: 'high', autoformat: false });
  expect(resolveSettings(sources)).toMatchObject({ tabInLists: false, keys: {}, exportFolder: '' });
});

test('the keys of each command are a setting of their own', () => {
  const text = '{"locked":{"keys":{"format.bold":"CmdOrCtrl+G","format.italic":"Tab"}}}';
  const { policy, faults } = readPolicy(text);
  expect(faults.map(({ key }) => key)).toEqual(['locked.keys.format.italic']);
  const chosen = { keys: { 'format.bold': null, 'view.list': 'F7' } };
  expect(resolveSettings({ chosen, ...policy }).keys).toEqual({
    'format.bold': 'CmdOrCtrl+G',
    'view.list': 'F7',
  });
});
