import { expect, test } from 'vitest';
import type { UpdateOffer } from '#shared/domain/update';
import { releaseWords, shortUpdateWords, updateWords } from './updateWords';

const offer: UpdateOffer = {
  version: '0.2.0',
  released: '2026-11-20',
  notes: '',
  way: 'download',
  bytes: 110_000_000,
};

test('a download says how far it is', () => {
  const state = { kind: 'downloading', offer, received: 54_999_999 } as const;
  expect(updateWords(state)).toBe('49 % of 110 MB. You can go on writing.');
  expect(shortUpdateWords(state)).toBe('Update: 49 %');
});

test('a release is told by its day, wherever one is', () => {
  expect(releaseWords(offer)).toBe('Released on 20 November 2026');
});

test('a restart says what it waits for', () => {
  expect(updateWords({ kind: 'ready', offer, waitsFor: ['export', 'import', 'send'] })).toBe(
    'The restart waits for an export, an import and a send to end.',
  );
  expect(updateWords({ kind: 'ready', offer, waitsFor: null })).toContain('next start');
});

test('a package of the system is left to the system', () => {
  const state = { kind: 'available', offer: { ...offer, way: 'system', bytes: 0 } } as const;
  expect(updateWords(state)).toContain('system’s own updates');
});

test('the status bar says nothing where nothing is to be done', () => {
  for (const kind of ['never', 'off', 'unknown', 'looking'] as const)
    expect(shortUpdateWords({ kind })).toBeNull();
  expect(shortUpdateWords({ kind: 'current', version: '0.2.0' })).toBeNull();
});
