import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../project';
import { projectVersion, releaseNotes } from './releaseNotes';

const changelog = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-11-26

### Added

- A thing.

## [0.1.0] - 2026-10-01

- The first.
`;

test('the notes of a release are its part of the list of changes, whole and alone', () => {
  expect(releaseNotes('v0.2.0', '0.2.0', changelog)).toBe('### Added\n\n- A thing.');
  expect(releaseNotes('v0.1.0', '0.1.0', changelog)).toBe('- The first.');
});

test.each([
  ['v0.3.0', '0.2.0', /tag v0\.3\.0 is not that of version 0\.2\.0/u],
  ['0.2.0', '0.2.0', /it would be v0\.2\.0/u],
  ['v0.3.0', '0.3.0', /Rename “\[Unreleased\]”/u],
])('a tag %s of version %s is refused', (tag, version, why) => {
  expect(() => releaseNotes(tag, version, changelog)).toThrow(why);
});

test('a part without a date or without a word is refused', () => {
  expect(() => releaseNotes('v1.0.0', '1.0.0', '## [1.0.0] - soon\n\n- A thing.')).toThrow(/YYYY/u);
  expect(() => releaseNotes('v1.0.0', '1.0.0', '## [1.0.0] - 2026-11-26\n\n')).toThrow(/says nothing/u);
});

test("the lock file has package.json's version, and the list of changes what is unreleased", () => {
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as {
    readonly version: string;
  };
  expect(lock.version).toBe(projectVersion());
  expect(readFileSync(inProject('CHANGELOG.md'), 'utf8')).toMatch(/^## \[Unreleased\]$/mu);
});
