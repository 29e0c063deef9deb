import { expect, test } from 'vitest';
import { compareVersions, version } from './version';

test('versions stand in the order of Semantic Versioning', () => {
  const ordered = [
    '0.1.0-test',
    '0.1.0',
    '0.2.0-alpha',
    '0.2.0-alpha.1',
    '0.2.0-alpha.beta',
    '0.2.0-beta.2',
    '0.2.0-beta.11',
    '0.2.0',
    '0.10.0',
    '1.0.0',
  ];
  const shuffled = ordered.toReversed();
  expect(shuffled.toSorted(compareVersions)).toEqual(ordered);
  for (const one of ordered) expect(compareVersions(one, one)).toBe(0);
});

test.each(['1.0', '1.0.0.0', '01.0.0', '1.0.0-', '../1.0.0', '1.0.0/x', 'v1.0.0', ''])(
  '%o is no version',
  (text) => {
    expect(version.safeParse(text).success).toBe(false);
  },
);
