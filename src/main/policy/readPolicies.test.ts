import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keysOfCommands } from '#shared/commands/keys';
import type { PolicyFile } from './policyFiles';
import { readPolicies as readFor } from './readPolicies';

const readPolicies = (files: readonly PolicyFile[]) => readFor(files, 'other');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, text?: string) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return { path, trust: 'program' } as const;
};

test('no policy is no fault', () => {
  expect(readPolicies([file('none.json'), { ...file('none.json'), trust: 'administrators' }])).toEqual({
    policy: { defaults: {}, locked: {} },
    failure: null,
  });
});

test('of two policies the first counts, and the second fills what it leaves open', () => {
  const first = file('first.json', '{"locked":{"theme":"dark"}}');
  const second = file(
    'second.json',
    '{"locked":{"theme":"light","autoformat":false},"defaults":{"contrast":"high"}}',
  );
  expect(readPolicies([first, second])).toEqual({
    policy: { defaults: { contrast: 'high' }, locked: { theme: 'dark', autoformat: false } },
    failure: null,
  });
});

test('what is wrong is told with file and key, of every file, and the good keys hold', () => {
  const partly = file('partly.json', '{"locked":{"theme":"pink","autoformat":false}}');
  const broken = file('broken.json', '{"locked":');
  mkdirSync(join(folder, 'folder.json'));
  const { policy, failure } = readPolicies([partly, broken, file('folder.json')]);
  expect(policy).toEqual({ defaults: {}, locked: { autoformat: false } });
  expect(failure?.code).toBe('policy_faulty');
  expect(failure?.message).toContain(`(${partly.path}) cannot be used and is left out: locked.theme.`);
  expect(failure?.message).toContain(`(${broken.path}) cannot be read`);
  expect(failure?.message).toContain(`(${join(folder, 'folder.json')}) cannot be read`);
  expect(failure?.detail).toContain('locked.theme: This must be one of these: "system", "light" or "dark".');
});

// A temporary folder is no place of administrators on any system.
test('a policy of the computer that plain users could have written does not hold', () => {
  const { policy, failure } = readPolicies([
    { ...file('policy.json', '{"locked":{"theme":"dark"}}'), trust: 'administrators' },
  ]);
  expect(policy.locked).toEqual({});
  expect(failure?.message).toContain('is not used');
});

test('keys of what is no command are told', () => {
  const text = '{"locked":{"keys":{"format.bold":"CmdOrCtrl+G","format.bald":"F7"}}}';
  const { failure } = readPolicies([file('policy.json', text)]);
  expect(failure?.message).toContain('left out: locked.keys.format.bald.');
});

test('keys that the system needs, and those of what has the system’s, are told and left out', () => {
  const text =
    '{"locked":{"keys":{"format.bold":"CmdOrCtrl+C","edit.undo":"F7","format.link":"F8"}},"defaults":{"keys":{"format.code":"CmdOrCtrl+Alt+Q"}}}';
  const { policy, failure } = readPolicies([file('policy.json', text)]);
  expect(policy).toEqual({ defaults: { keys: {} }, locked: { keys: { 'format.link': 'F8' } } });
  expect(failure?.message).toContain(
    'left out: defaults.keys.format.code, locked.keys.format.bold, locked.keys.edit.undo.',
  );
  expect(failure?.detail).toContain('locked.keys.format.bold: Every text field needs these keys');
  expect(readFor([file('policy.json')], 'mac').failure?.message).not.toContain('format.code');
});

test('of two policies that give two commands the same keys, the first has them', () => {
  const first = file('first.json', '{"locked":{"keys":{"format.bold":"F8"}}}');
  const second = file('second.json', '{"locked":{"keys":{"article.new":"F8"}}}');
  const { policy } = readPolicies([first, second]);
  const keys = keysOfCommands(policy.locked.keys ?? {}, 'other');
  expect(keys['format.bold'].accelerator).toBe('F8');
  expect(keys['article.new'].accelerator).toBeNull();
});
