import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { UnfinishedWork, UpdateState } from '#shared/domain/update';
import { readMemory, remember } from './memory';
import { launcherOf } from './place';
import { testKey, testManifest } from './testing/feedServer';
import { feedServer } from './testing/testFeed';
import { manifestOf, testPackage } from './testing/testPackage';
import { emptyFolder, testPlace } from './testing/testPlace';
import { type ThisBuild, Updates } from './updates';

const NOW = Date.parse('2026-11-26T12:00:00Z');

/** A running 0.1.0, unpacked from an archive, with a feed on this computer; and what a test changes while it runs. */
async function running(about: Partial<ThisBuild> = {}, memoryFile = join(emptyFolder(), 'updates.json')) {
  const place = testPlace();
  const server = await feedServer(testKey());
  const world = {
    now: NOW,
    chosen: { updates: 'ask' as 'off' | 'ask', updateChannel: 'stable' as 'stable' | 'beta' },
    unfinished: [] as readonly UnfinishedWork[],
    told: [] as UpdateState[],
    reported: [] as unknown[],
    quits: 0,
  };
  const waiting = new Set<() => void>();
  const updates = new Updates({
    build: {
      version: '0.1.0',
      feed: server.feed,
      platform: 'linux',
      arch: 'x64',
      program: join(place.folder, place.app, 'nutgraf'),
      isFromPackage: false,
      ...about,
    },
    fetch,
    online: () => true,
    now: () => world.now,
    chosen: () => world.chosen,
    unfinished: () => world.unfinished,
    memoryFile,
    tell: (state) => {
      world.told.push(state);
      waiting.forEach((check) => check());
    },
    quit: () => (world.quits += 1),
    report: (_where, thrown) => world.reported.push(thrown),
  });
  onTestFinished(() => updates.close().then(() => undefined));
  /** Resolves once a state of that kind is told. */
  const become = (kind: UpdateState['kind']): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (world.told.at(-1)?.kind === kind) resolve();
      };
      waiting.add(check);
      check();
    });
  return { place, ...server, world, updates, become, memoryFile };
}

type Running = Awaited<ReturnType<typeof running>>;

function offerPackage({ offer, served }: Running, bytes = testPackage(), version = '0.2.0'): void {
  const manifest = manifestOf(bytes, { version });
  offer(manifest);
  served.set(`/stable/${manifest.files[0]?.url}`, bytes);
}

const started = ({ place }: Running): string =>
  spawnSync(launcherOf(place), { encoding: 'utf8' }).stdout.trim();

test('a newer version is told, fetched when the person says so, and takes its place at the next quit', async () => {
  const app = await running();
  offerPackage(app);
  expect(app.updates.state()).toEqual({ kind: 'unknown' });
  expect(await app.updates.look(true)).toMatchObject({
    kind: 'available',
    offer: { version: '0.2.0', way: 'download', notes: 'Typing is faster.' },
  });
  expect(app.asked).toEqual(['/stable/updates.json', '/stable/updates.json.sig']);
  app.updates.download();
  await app.become('ready');
  expect(app.world.told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['looking', 'available', 'downloading', 'checking', 'ready']),
  );
  expect(started(app)).toBe('0.1.0');
  expect(await app.updates.close()).toBeNull();
  expect(started(app)).toBe('0.2.0');
  expect(readdirSync(app.place.folder)).not.toContain(`update-${process.pid}`);
  expect(existsSync(join(app.place.folder, 'articles', 'nutgraf.db'))).toBe(true);
});

test('a restart waits for what runs, says what it waits for, and can be put off', async () => {
  const app = await running();
  offerPackage(app);
  await app.updates.look(true);
  app.updates.download();
  await app.become('ready');
  app.world.unfinished = ['export', 'send'];
  app.updates.restart();
  expect(app.updates.state()).toMatchObject({ kind: 'ready', waitsFor: ['export', 'send'] });
  expect(app.world.quits).toBe(0);
  app.updates.cancel();
  expect(app.updates.state()).toMatchObject({ kind: 'ready', waitsFor: null });
  app.updates.restart();
  app.world.unfinished = [];
  await expect.poll(() => app.world.quits).toBe(1);
  // A window with something unsaved stayed open: nothing restarts behind the person's back.
  app.updates.stay();
  expect(await app.updates.close()).toBeNull();
});

test('asked for, the new version is started again at the end', async () => {
  const app = await running();
  offerPackage(app);
  await app.updates.look(true);
  app.updates.download();
  await app.become('ready');
  app.updates.restart();
  expect(app.world.quits).toBe(1);
  expect(await app.updates.close()).toBe(launcherOf(app.place));
  expect(started(app)).toBe('0.2.0');
});

test('a download that is cancelled, or does not arrive, can be begun again', async () => {
  const app = await running();
  offerPackage(app);
  const bytes = app.served.get('/stable/nutgraf-0.2.0-linux-x64.tar.gz') ?? Buffer.of();
  app.served.set('/stable/nutgraf-0.2.0-linux-x64.tar.gz', bytes.subarray(0, bytes.length / 2));
  await app.updates.look(true);
  app.updates.download();
  await app.become('failed');
  expect(app.updates.state()).toMatchObject({
    failure: { code: 'update_torn' },
    offer: { version: '0.2.0' },
  });
  app.updates.download();
  app.updates.cancel();
  await app.become('available');
  expect(readdirSync(app.place.folder)).not.toContain(`update-${process.pid}`);
  app.served.set('/stable/nutgraf-0.2.0-linux-x64.tar.gz', bytes);
  app.updates.download();
  await app.become('ready');
});

test('nothing is asked of the network where it is off, not due, or the build has no feed', async () => {
  const off = await running();
  off.world.chosen.updates = 'off';
  off.updates.begin();
  expect(await off.updates.look(true)).toEqual({ kind: 'off' });
  const noFeed = await running({ feed: null });
  noFeed.updates.begin();
  expect(await noFeed.updates.look(true)).toEqual({ kind: 'never' });
  const looked = await running();
  remember(looked.memoryFile, { lookedAt: NOW - 3_600_000 });
  looked.updates.begin();
  expect(looked.updates.state()).toEqual({ kind: 'unknown' });
  expect([off, noFeed, looked].flatMap(({ asked }) => asked)).toEqual([]);
});

test('once a day it looks by itself, and a network that is not there is no news then', async () => {
  const app = await running();
  offerPackage(app);
  app.updates.begin();
  await app.become('available');
  expect(readMemory(app.memoryFile)).toMatchObject({ lookedAt: NOW, serials: { stable: 2 } });
  const offline = await running({ feed: { address: 'http://127.0.0.1:1/', key: testKey().key } });
  offline.updates.begin();
  await offline.become('looking');
  await offline.become('unknown');
  expect(await offline.updates.look(true)).toMatchObject({
    kind: 'failed',
    failure: { code: 'update_not_reached' },
  });
});

test.each([
  ['an older version', { version: '0.0.9' }, 'update_older'],
  ['a manifest that was replaced long ago', { serial: 1 }, 'update_replayed'],
  ['a manifest past its day', { expires: '2026-11-20' }, 'update_expired'],
])('%s is refused and told', async (_what, about, code) => {
  const app = await running();
  remember(app.memoryFile, { serials: { stable: 2 } });
  app.offer(testManifest(about));
  expect(await app.updates.look(true)).toMatchObject({ kind: 'failed', failure: { code }, offer: null });
  app.updates.download();
  expect(app.asked).toHaveLength(2);
});

test('a wrong signature is told, though nobody asked', async () => {
  const app = await running({ feed: null });
  const forged = await running({ feed: { ...app.feed, key: testKey().key } });
  app.offer(testManifest());
  forged.updates.begin();
  await forged.become('failed');
  expect(forged.updates.state()).toMatchObject({ failure: { code: 'update_wrong_signature' } });
});

test('somebody on the beta channel hears of betas and of finished versions', async () => {
  const app = await running();
  app.offer(testManifest({ version: '0.2.0' }));
  app.offer(testManifest({ version: '0.3.0-beta.1', channel: 'beta' }));
  expect(await app.updates.look(true)).toMatchObject({ offer: { version: '0.2.0' } });
  app.world.chosen.updateChannel = 'beta';
  expect(await app.updates.look(true)).toMatchObject({ offer: { version: '0.3.0-beta.1' } });
});

test('what did not come as an archive is only told of', async () => {
  const system = await running({ program: '/usr/lib/nutgraf/nutgraf', isFromPackage: true });
  offerPackage(system);
  expect(await system.updates.look(true)).toMatchObject({ kind: 'available', offer: { way: 'system' } });
  system.updates.download();
  expect(system.asked).toHaveLength(2);
  const page = await running({
    program: '/Applications/Nutgraf.app/Contents/MacOS/Nutgraf',
    platform: 'darwin',
  });
  offerPackage(page);
  expect(await page.updates.look(true)).toMatchObject({ kind: 'available', offer: { way: 'page' } });
});

test('a version that was brought back says so once, and is not offered again unasked', async () => {
  const app = await running();
  offerPackage(app);
  writeFileSync(join(app.place.folder, 'failed'), 'app-0.2.0\n');
  app.updates.begin();
  expect(app.updates.state()).toMatchObject({ kind: 'failed', failure: { code: 'update_brought_back' } });
  expect(existsSync(join(app.place.folder, 'failed'))).toBe(false);
  expect(await app.updates.look(false)).toMatchObject({ kind: 'current' });
  expect(await app.updates.look(true)).toMatchObject({ kind: 'available' });
});
