import { expect, test } from 'vitest';
import { fileFor, heard, newestOf, refuseStale } from './choose';
import { testManifest } from './testing/feedServer';

const now = Date.parse('2026-11-26T12:00:00Z');

test('the newest version of the channels that are heard is on offer', () => {
  const stable = testManifest({ version: '0.2.0' });
  const beta = testManifest({ channel: 'beta', version: '0.3.0-beta.1' });
  expect(heard.beta).toContain('stable');
  expect(newestOf([stable, beta], '0.1.0')).toBe(beta);
  expect(newestOf([stable], '0.1.0')).toBe(stable);
  expect(newestOf([stable], '0.2.0')).toBeNull();
  expect(newestOf([], '0.2.0')).toBeNull();
});

test('an older version is refused by its name', () => {
  expect(() => newestOf([testManifest({ version: '0.2.0' })], '0.2.1')).toThrow(
    expect.objectContaining({
      code: 'update_older',
      message: expect.stringContaining('Nutgraf 0.2.0') as string,
    }),
  );
});

test('a manifest that was replaced long ago is refused when it is shown again', () => {
  const again = testManifest({ serial: 5 });
  expect(() => refuseStale(again, { stable: 5, beta: 9 }, now)).not.toThrow();
  expect(() => refuseStale(again, { stable: 6 }, now)).toThrow(
    expect.objectContaining({ code: 'update_replayed' }),
  );
});

test('a manifest is valid to the end of its last day, and no longer', () => {
  const last = testManifest({ expires: '2026-11-26' });
  expect(() => refuseStale(last, {}, now)).not.toThrow();
  expect(() => refuseStale(last, {}, now + 2 * 86_400_000)).toThrow(
    expect.objectContaining({ code: 'update_expired' }),
  );
});

test('each kind of installation gets its own package', () => {
  const manifest = testManifest();
  expect(fileFor(manifest, { kind: 'tar.gz', platform: 'linux', arch: 'x64' })).toBe(manifest.files[0]);
  expect(fileFor(manifest, { kind: 'tar.gz', platform: 'linux', arch: 'arm64' })).toBeNull();
});
