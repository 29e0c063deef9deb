import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { updateSigning, writeUpdates } from '../../../tools/release/updates';
import { fileFor } from './choose';
import { isSafeFeed, readFeed } from './feed';
import { publicKeyOf, readManifest } from './manifest';
import { testKey } from './testing/feedServer';
import { feedServer } from './testing/testFeed';
import { emptyFolder } from './testing/testPlace';

const NOW = Date.parse('2026-11-26T12:00:00Z');

/** The environment as a release has it. */
function environment() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    NUTGRAF_UPDATE_FEED: 'https://updates.news.example/',
    NUTGRAF_UPDATE_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    NUTGRAF_UPDATE_PRIVATE_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

async function written(version: string, ...names: readonly string[]) {
  const folder = emptyFolder();
  for (const name of names) writeFileSync(join(folder, name), name);
  const signing = updateSigning(environment(), false);
  if (!signing?.privateKey) throw new Error('nothing signs');
  const file = await writeUpdates({ folder, version, privateKey: signing.privateKey, now: NOW });
  const bytes = readFileSync(file);
  const manifest = readManifest(bytes, readFileSync(`${file}.sig`, 'utf8'), publicKeyOf(signing.feed.key));
  return { manifest, signing, folder };
}

test('what the package tool writes is what the app reads, with every package of that version', async () => {
  const { manifest, signing, folder } = await written(
    '0.2.0',
    'nutgraf_0.2.0_amd64.deb',
    'nutgraf-0.2.0-1.x86_64.rpm',
    'nutgraf-0.2.0-linux-x64.tar.gz',
    'nutgraf-0.2.0-mac-arm64.dmg',
    'nutgraf-0.2.0-win-x64.exe',
    'nutgraf-0.1.0-linux-x64.tar.gz',
    'nutgraf-10.2.0-linux-x64.tar.gz',
    'SHA256SUMS',
  );
  expect(manifest).toMatchObject({
    version: '0.2.0',
    channel: 'stable',
    released: '2026-11-26',
    expires: '2027-05-25',
  });
  expect(manifest.files.map(({ url }) => url)).toHaveLength(5);
  expect(fileFor(manifest, { kind: 'tar.gz', platform: 'linux', arch: 'x64' })).toMatchObject({
    url: 'nutgraf-0.2.0-linux-x64.tar.gz',
    bytes: 30,
  });
  expect(manifest.notes).toContain('Added');
  const server = await feedServer();
  for (const name of ['updates.json', 'updates.json.sig'])
    server.served.set(`/stable/${name}`, readFileSync(join(folder, name)));
  expect(await readFeed({ fetch, feed: { ...server.feed, key: signing.feed.key } }, 'stable')).toEqual(
    manifest,
  );
});

test('a beta is offered to those who try things out, a test build to nobody else', async () => {
  const beta = await written('0.3.0-beta.1', 'nutgraf-0.3.0-beta.1-linux-x64.tar.gz');
  expect(beta.manifest.channel).toBe('beta');
  const trial = await written('0.2.0-test', 'nutgraf-0.2.0~test-linux-x64.tar.gz');
  expect(trial.manifest.channel).toBe('stable');
  await expect(written('0.2.0', 'nutgraf-0.1.0-linux-x64.tar.gz')).rejects.toThrow(
    'no package of version 0.2.0',
  );
});

test('a build that is told of no feed looks for no updates', () => {
  expect(updateSigning({}, true)).toBeNull();
});

test('a test build may look on this computer, and gets a key of its own; a release may do neither', () => {
  const here = { NUTGRAF_UPDATE_FEED: 'http://127.0.0.1:8080/' };
  const signing = updateSigning(here, true);
  expect(signing?.privateKey).not.toBeNull();
  expect(signing && isSafeFeed(signing.feed.address)).toBe(true);
  expect(() => updateSigning(here, false)).toThrow('https://');
  const { NUTGRAF_UPDATE_FEED } = environment();
  expect(() => updateSigning({ NUTGRAF_UPDATE_FEED }, false)).toThrow('NUTGRAF_UPDATE_KEY');
});

test.each([
  'https://news.example/a',
  'https://news.example/?a=/',
  'https://a@news.example/',
  'http://news.example/',
])('a feed that the app would not ask is refused when it is built in: %s', (NUTGRAF_UPDATE_FEED) => {
  expect(isSafeFeed(NUTGRAF_UPDATE_FEED)).toBe(false);
  expect(() => updateSigning({ ...environment(), NUTGRAF_UPDATE_FEED }, true)).toThrow('NUTGRAF_UPDATE_FEED');
});

test('keys that are not one pair, or of another kind, are refused, and no part of one is repeated', () => {
  const pair = environment();
  expect(() => updateSigning({ ...pair, NUTGRAF_UPDATE_KEY: testKey().key }, false)).toThrow('not one pair');
  expect(() => updateSigning({ ...pair, NUTGRAF_UPDATE_KEY: 'bm8=' }, false)).toThrow('no public key');
  const wrong = pair.NUTGRAF_UPDATE_PRIVATE_KEY.slice(0, 40);
  expect(() => updateSigning({ ...pair, NUTGRAF_UPDATE_PRIVATE_KEY: wrong }, false)).toThrow(
    /^(?!.*MC4CAQ).*no private key/u,
  );
});
