import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { builtFeed, fileAddress, isSafeFeed, readFeed } from './feed';
import { publicKeyOf, readManifest, updateManifest } from './manifest';
import { signatureOver, testKey, testManifest } from './testing/feedServer';
import { feedServer } from './testing/testFeed';

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

test('a manifest is read as it was signed', async () => {
  const { feed, offer } = await feedServer();
  offer(testManifest());
  const manifest = await readFeed({ fetch, feed }, 'stable');
  expect(manifest).toEqual(testManifest());
  expect(fileAddress(feed, testManifest(), 'a/b.tar.gz')).toBe(`${feed.address}stable/a/b.tar.gz`);
});

test('a channel in which nothing stands offers nothing', async () => {
  const { feed } = await feedServer();
  expect(await readFeed({ fetch, feed }, 'beta')).toBeNull();
});

test('a manifest signed with another key, or changed by one byte after signing, is refused', async () => {
  const { feed, offer, served } = await feedServer(testKey());
  offer(testManifest());
  await expect(readFeed({ fetch, feed: { ...feed, key: testKey().key } }, 'stable')).rejects.toMatchObject({
    code: 'update_wrong_signature',
  });
  const changed = bytesOf(testManifest({ notes: 'Typing is fester.' }));
  served.set('/stable/updates.json', changed);
  await expect(readFeed({ fetch, feed }, 'stable')).rejects.toMatchObject({ code: 'update_wrong_signature' });
  served.delete('/stable/updates.json.sig');
  await expect(readFeed({ fetch, feed }, 'stable')).rejects.toMatchObject({ code: 'update_wrong_signature' });
});

test('a manifest that is replaced between the two requests is read once more', async () => {
  const signer = testKey();
  const [before, now] = [testManifest(), testManifest({ serial: 3, version: '0.3.0' })];
  const { feed, offer, served } = await feedServer(signer, (_request, response) => {
    // The list of before was read; with the answer about its signature, that of now is there as a whole.
    response.end(signatureOver(bytesOf(now), signer));
    offer(now);
  });
  offer(before);
  served.delete('/stable/updates.json.sig');
  expect(await readFeed({ fetch, feed }, 'stable')).toEqual(now);
});

test('a manifest of one channel in the place of another is refused', async () => {
  const { feed, offer, served } = await feedServer();
  offer(testManifest({ channel: 'beta' }));
  for (const name of ['updates.json', 'updates.json.sig'])
    served.set(`/stable/${name}`, served.get(`/beta/${name}`) ?? Buffer.of());
  await expect(readFeed({ fetch, feed }, 'stable')).rejects.toMatchObject({ code: 'update_unreadable' });
});

test('a server that does not answer, answers with an error, or sends without end is not reached', async () => {
  const gone = { address: 'http://127.0.0.1:1/', key: testKey().key };
  await expect(readFeed({ fetch, feed: gone }, 'stable')).rejects.toMatchObject({
    code: 'update_not_reached',
  });
  const broken = await feedServer(testKey(), (_request, response) => void response.writeHead(500).end());
  await expect(readFeed({ fetch, feed: broken.feed }, 'stable')).rejects.toMatchObject({
    code: 'update_not_reached',
    detail: 'the server answered 500',
  });
  const endless = await feedServer(testKey(), (_request, response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) continue;
    };
    response.on('drain', pour);
    pour();
  });
  await expect(readFeed({ fetch, feed: endless.feed }, 'stable')).rejects.toMatchObject({
    code: 'update_not_reached',
    detail: 'the server sent more than 262144 bytes',
  });
});

test('a signed manifest must be whole, and stay below its folder', () => {
  const signer = testKey();
  const [file] = testManifest().files;
  const wrong: readonly object[] = [
    { ...testManifest(), product: 'other' },
    { ...testManifest(), version: '1' },
    { ...testManifest(), serial: 0 },
    { ...testManifest(), files: [] },
    { ...testManifest(), files: [{ ...file, sha256: 'a' }] },
    { ...testManifest(), files: [{ ...file, kind: 7 }] },
    ...['/etc/passwd', '../x', 'a/../b', 'https://news.example/x', 'a//b', '.hidden', 'a\\b', 'a b'].map(
      (url) => ({
        ...testManifest(),
        files: [{ ...file, url }],
      }),
    ),
  ];
  for (const one of wrong) {
    const bytes = bytesOf(one);
    expect(() => readManifest(bytes, signatureOver(bytes, signer), publicKeyOf(signer.key))).toThrow(
      expect.objectContaining({ code: 'update_unreadable' }),
    );
  }
  expect(updateManifest.safeParse(testManifest()).success).toBe(true);
});

test('what a later Nutgraf adds to a manifest is left out, and the rest is read', () => {
  const signer = testKey();
  const [file] = testManifest().files;
  const others = [{ kind: 'AppImage', url: '/there' }, { platform: 'freebsd' }, { arch: 'riscv64' }];
  const bytes = bytesOf({
    ...testManifest(),
    rollout: 0.1,
    files: [...others.map((other) => ({ ...file, ...other })), { ...file, signed: 'minisign' }],
  });
  const read = () => readManifest(bytes, signatureOver(bytes, signer), publicKeyOf(signer.key));
  expect(read()).toEqual(testManifest());
});

test('only https, or this computer, may bring updates', () => {
  const safe = [
    'https://updates.news.example/',
    'https://news.example/nutgraf/',
    'http://127.0.0.1:8080/',
    'http://[::1]/',
  ];
  const unsafe = [
    'http://updates.news.example/',
    'https://news.example/nutgraf',
    'https://reporter@news.example/',
    'https://news.example/?a=/',
    'http://127.0.0.1.news.example/',
    'file:///updates/',
    'updates/',
  ];
  expect(safe.filter((address) => !isSafeFeed(address))).toEqual([]);
  expect(unsafe.filter(isSafeFeed)).toEqual([]);
});

test('a key of another kind is refused', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = publicKey.export({ format: 'der', type: 'spki' });
  expect(createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ec');
  expect(() => publicKeyOf(der.toString('base64'))).toThrow('ed25519');
});

test('a package looks where its build says, whatever the environment does; sources look where it says', () => {
  const built = { address: 'https://updates.news.example/', key: testKey().key };
  const env = { NUTGRAF_UPDATE_FEED: 'http://127.0.0.1:1/', NUTGRAF_UPDATE_KEY: testKey().key };
  const packageFile = JSON.stringify({ name: 'nutgraf', updates: built });
  expect(builtFeed({ isPackaged: true, packageFile, env })).toEqual(built);
  expect(builtFeed({ isPackaged: true, packageFile: '{}', env })).toBeNull();
  expect(builtFeed({ isPackaged: false, packageFile, env })).toEqual({
    address: 'http://127.0.0.1:1/',
    key: env.NUTGRAF_UPDATE_KEY,
  });
  expect(builtFeed({ isPackaged: false, packageFile, env: {} })).toBeNull();
  const unsafe = JSON.stringify({ updates: { ...built, address: 'http://updates.news.example/' } });
  expect(builtFeed({ isPackaged: true, packageFile: unsafe, env })).toBeNull();
});
