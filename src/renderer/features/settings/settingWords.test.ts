import { expect, it } from 'vitest';
import { changesOf, leftOutWords } from './settingWords';

const sources = { chosen: { theme: 'dark' }, defaults: {}, locked: {} } as const;

it('tells what changes in the words of the settings, and nothing of what stays', () => {
  const patch = { theme: 'dark', autoformat: false, keys: { 'view.list': 'CmdOrCtrl+B' } } as const;
  const told = changesOf(patch, sources, 'other').map(({ label, before, after }) => [label, before, after]);
  expect(told).toEqual([
    ['Format while typing', 'On', 'Off'],
    ['Keys of “Bold”', 'Ctrl+B', 'None'],
    ['Keys of “Go to the list”', 'Ctrl+1', 'Ctrl+B'],
  ]);
});

it('names what is left out by what a person knows it as', () => {
  expect(leftOutWords({ key: 'theme', why: 'locked' })).toBe('Theme: set by the newsroom');
  expect(leftOutWords({ key: 'keys.format.bold', why: 'reserved' })).toBe(
    'Keys of “Bold”: the system needs these keys',
  );
  expect(leftOutWords({ key: 'telemetry', why: 'unknown' })).toMatch(/^telemetry: not known/);
});
