import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fileStem, nameKey, safeStem, uniqueName } from './fileName';

const createdAt = new Date(2026, 2, 4, 23, 59).getTime();

describe('the name of an exported file', () => {
  test.each([
    ['', 'The quay: a “dry” story', '2026-03-04-the-quay-a-dry-story'],
    ['quay-vote', 'Ignored headline', '2026-03-04-quay-vote'],
    ['', '../../etc/passwd', '2026-03-04-etc-passwd'],
    ['', 'C:\\Windows\\x', '2026-03-04-c-windows-x'],
    ['', 'nul\u0000byte', '2026-03-04-nul-byte'],
    ['', '', '2026-03-04-untitled'],
    ['', 'समाचार', '2026-03-04-समाचार'],
  ])('slug “%s” and headline “%s” give %s', (slug, headline, name) => {
    expect(fileStem({ slug, headline, createdAt })).toBe(name);
  });

  test.each([
    ['Pacific/Auckland', '2026-03-05-quay'],
    ['UTC', '2026-03-04-quay'],
    ['America/Los_Angeles', '2026-03-04-quay'],
  ])('has the day of %s', (zone, name) => {
    vi.stubEnv('TZ', zone);
    expect(fileStem({ slug: 'quay', headline: '', createdAt: Date.UTC(2026, 2, 4, 13, 0) })).toBe(name);
    vi.unstubAllEnvs();
  });

  test('has no letter with a stroke that Latin readers cannot type', () => {
    expect(fileStem({ slug: '', headline: 'Łódź i Đà Nẵng: ışık', createdAt })).toBe(
      '2026-03-04-lodz-i-da-nang-isik',
    );
  });

  test.each(['CON', 'nul', 'Com1', 'LPT9'])('%s is not left as a device of Windows', (text) => {
    expect(safeStem(text)).toBe(`${text.toLowerCase()}-article`);
  });

  test('is safe on every OS, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const stem = safeStem(text);
        expect(stem).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(208);
        expect(basename(stem)).toBe(stem);
      }),
    );
  });
});

test('two articles of one name get a file each, also where the disk folds case', () => {
  const taken = new Set<string>();
  const names = ['a', 'A', 'a'].map((stem) => {
    const name = uniqueName(stem, 'md', (key) => taken.has(key));
    taken.add(nameKey(name));
    return name;
  });
  expect(names).toEqual(['a.md', 'A-2.md', 'a-3.md']);
});
