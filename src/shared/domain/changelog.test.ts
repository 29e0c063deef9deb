import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readChangelog } from './changelog';

test('the changes of each version are read, newest first, without the signs of Markdown', () => {
  const text = `# Changelog

Words about it.

## [Unreleased]

## [0.2.0] - 2026-03-31

### Added

- **Packages** for \`.deb\`,
  and [more](https://news.example/).
- Another.

### Fixed

- A fault.

## [0.1.0] - 2026-01-02

### Added

- The first.
`;
  expect(readChangelog(text)).toEqual([
    {
      version: '0.2.0',
      day: '2026-03-31',
      groups: [
        { title: 'Added', changes: ['Packages for .deb, and more.', 'Another.'] },
        { title: 'Fixed', changes: ['A fault.'] },
      ],
    },
    { version: '0.1.0', day: '2026-01-02', groups: [{ title: 'Added', changes: ['The first.'] }] },
  ]);
});

test('our own list of changes can be read', () => {
  const own = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
  const [newest] = readChangelog(own);
  expect(newest?.groups[0]?.changes.length).toBeGreaterThan(0);
});
