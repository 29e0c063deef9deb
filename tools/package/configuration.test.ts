import { validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { existsSync, readFileSync } from 'node:fs';
import plist from 'plist';
import { describe, expect, test } from 'vitest';
import { builderConfiguration, officialModule } from '../../packaging/builder';
import { inProject } from '../project';
import { icnsTypes, icoSizes } from './icons';
import { builderSystems, refuseUnsigned } from './otherSystems';

const build = {
  electron: { folder: null, version: '45.4.1' },
  output: '/made',
  nativeModule: officialModule,
  updates: null,
} as const;
const release = builderConfiguration({ ...build, test: null });
const trial = builderConfiguration({
  ...build,
  test: { productName: 'Nutgraf Test Build', version: '0.1.0-test' },
});

/** As electron-builder itself checks it, before it does anything. */
const validate = (configuration: object): Promise<void> =>
  validateConfiguration(configuration, {
    isEnabled: false,
    data: new Map(),
    add: () => undefined,
    save: () => Promise.resolve(),
  });

describe('the builder', () => {
  test.each([
    ['a release', release],
    ['a test build', trial],
  ])('takes the configuration of %s', async (_name, configuration) => {
    await expect(validate(configuration)).resolves.toBeUndefined();
  });

  test.each([
    ['nsis', { nsis: { ...release.nsis, oneClik: true } }],
    ['mac.hardenedRuntime', { mac: { ...release.mac, hardenedRuntime: 'yes' } }],
  ])('would refuse a mistake in it, and says that it is in %s', async (place, wrong) => {
    await expect(validate({ ...release, ...wrong })).rejects.toThrow(`configuration.${place} should be`);
  });

  test('finds every file that the configuration names', () => {
    const named = JSON.stringify(release).match(/packaging\/[\w./]+/gu) ?? [];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((file) => !existsSync(inProject(file)))).toEqual([]);
  });
});

test('there is an official native module for each system and processor that packages are made for', () => {
  const targets = ['linux-x64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];
  const files = targets.map((target) => officialModule.replace(/\$\{platform\}-\$\{arch\}/u, target));
  expect(files).toEqual(targets.map((target) => `prebuilds/${target}.node`));
  expect(files.filter((file) => !existsSync(inProject('node_modules/better-sqlite3', file)))).toEqual([]);
});

test("macOS's hardened runtime leaves a release one thing more than usual: to make machine code", () => {
  const text = readFileSync(inProject('packaging/mac/entitlements.plist'), 'utf8');
  expect(plist.parse(text)).toEqual({ 'com.apple.security.cs.allow-jit': true });
  expect(release.mac).toMatchObject({ hardenedRuntime: true, notarize: true, forceCodeSigning: true });
  expect(trial.mac).toMatchObject({ hardenedRuntime: false, notarize: false, identity: '-' });
});

test('on Windows the app is installed for one user, with no administrator, and leaves the articles when it goes', () => {
  expect(release.nsis).toMatchObject({
    oneClick: true,
    perMachine: false,
    packElevateHelper: false,
    deleteAppDataOnUninstall: false,
  });
});

describe('a release', () => {
  const { darwin, win32 } = builderSystems;

  test('is refused with the names of what it lacks to be signed', () => {
    expect(() => refuseUnsigned(darwin, { CSC_NAME: 'of a keychain' })).toThrow(
      /notarisation: APPLE_API_KEY and APPLE_API_KEY_ID and APPLE_API_ISSUER, or APPLE_ID/u,
    );
    // What continuous integration passes on of a secret that is not set.
    expect(() => refuseUnsigned(win32, { WIN_CSC_LINK: 'file', WIN_CSC_KEY_PASSWORD: '' })).toThrow(
      /certificate: WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD, or/u,
    );
  });

  test('is let through with one way of each', () => {
    const apple = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' };
    expect(() => refuseUnsigned(darwin, { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b', ...apple })).not.toThrow();
    expect(() => refuseUnsigned(win32, { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b' })).not.toThrow();
  });
});

describe('the icons', () => {
  /** Width of a PNG, px, from its header (PNG Specification, 11.2.2). */
  const widthAt = (file: Buffer, offset: number): number => {
    expect(file.toString('latin1', offset + 1, offset + 4)).toBe('PNG');
    return file.readUInt32BE(offset + 16);
  };

  test('for Windows hold every size from the list of files to the largest view', () => {
    const file = readFileSync(inProject('packaging/icons/nutgraf.ico'));
    const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    expect(entries.map((entry) => widthAt(file, file.readUInt32LE(entry + 12)))).toEqual([...icoSizes]);
    expect(entries.map((entry) => file.readUInt8(entry) || 256)).toEqual([...icoSizes]);
  });

  test('for macOS hold every type, each of its size', () => {
    const file = readFileSync(inProject('packaging/icons/nutgraf.icns'));
    expect(file.readUInt32BE(4)).toBe(file.length);
    const found: [string, number][] = [];
    for (let offset = 8; offset < file.length; offset += file.readUInt32BE(offset + 4))
      found.push([file.toString('latin1', offset, offset + 4), widthAt(file, offset + 8)]);
    expect(Object.fromEntries(found)).toEqual(icnsTypes);
  });
});
