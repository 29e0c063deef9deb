import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Build } from '../../packaging/builder';
import { inProject, Problem } from '../project';

/** Where a build looks for updates, and whose signature these bear. */
type Feed = NonNullable<Build['updates']>;

/** https, or for a test build this computer; the channels' folders stand below it. */
const isAddress = (address: string, isTest: boolean): boolean =>
  /^https:\/\/[^\s?#@/]+\/(?:[^\s?#@]+\/)?$/u.test(address) ||
  (isTest && /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/(?:[^\s?#@]+\/)?$/u.test(address));

/** What a build looks for updates with, and what signs them where that is at hand. */
export interface UpdateSigning {
  readonly feed: Feed;
  readonly privateKey: KeyObject | null;
}

const base64Of = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64');

/**
 * Reads from the environment where a build looks for updates. Null where nothing says so: that build does not look. A
 * test build may leave out the key: one is made for it and thrown away.
 *
 * @throws Problem that says what is wrong or missing
 */
export function updateSigning(env: NodeJS.ProcessEnv, isTest: boolean): UpdateSigning | null {
  const address = env['NUTGRAF_UPDATE_FEED'];
  if (!address) return null;
  if (!isAddress(address, isTest))
    throw new Problem(
      `NUTGRAF_UPDATE_FEED is an address with https:// that ends with a slash (in a test build also one of this computer), not ${address}.`,
    );
  const privateKey = privateKeyIn(env);
  const key = env['NUTGRAF_UPDATE_KEY'];
  if (key) return { feed: { address, key: checkedKey(key, privateKey) }, privateKey };
  if (privateKey) return { feed: { address, key: base64Of(createPublicKey(privateKey)) }, privateKey };
  if (!isTest)
    throw new Problem('Say whose signature the updates bear: NUTGRAF_UPDATE_KEY, the public key as base64.');
  const made = generateKeyPairSync('ed25519');
  return { feed: { address, key: base64Of(made.publicKey) }, privateKey: made.privateKey };
}

function checkedKey(key: string, privateKey: KeyObject | null): string {
  try {
    const read = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    if (read.asymmetricKeyType !== 'ed25519') throw new TypeError('it is of another kind');
  } catch (thrown) {
    throw new Problem(`NUTGRAF_UPDATE_KEY is no public key for ed25519: ${(thrown as Error).message}.`);
  }
  if (privateKey && base64Of(createPublicKey(privateKey)) !== key)
    throw new Problem('NUTGRAF_UPDATE_PRIVATE_KEY and NUTGRAF_UPDATE_KEY are not one pair.');
  return key;
}

/** @throws Problem where it is no key for ed25519 */
export function privateKeyIn(env: NodeJS.ProcessEnv): KeyObject | null {
  const base64 = env['NUTGRAF_UPDATE_PRIVATE_KEY'];
  if (!base64) return null;
  try {
    const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Node's own words may repeat a part of the key.
  }
  throw new Problem('NUTGRAF_UPDATE_PRIVATE_KEY is no private key for ed25519: base64 of its PKCS #8 form.');
}

/** The packages of all systems by how their names end. */
const kinds = {
  '_amd64.deb': { kind: 'deb', platform: 'linux', arch: 'x64' },
  '.x86_64.rpm': { kind: 'rpm', platform: 'linux', arch: 'x64' },
  '-linux-x64.tar.gz': { kind: 'tar.gz', platform: 'linux', arch: 'x64' },
  '-mac-x64.dmg': { kind: 'dmg', platform: 'darwin', arch: 'x64' },
  '-mac-arm64.dmg': { kind: 'dmg', platform: 'darwin', arch: 'arm64' },
  '-mac-x64.zip': { kind: 'zip', platform: 'darwin', arch: 'x64' },
  '-mac-arm64.zip': { kind: 'zip', platform: 'darwin', arch: 'arm64' },
  '-win-x64.exe': { kind: 'nsis', platform: 'win32', arch: 'x64' },
  '-win-arm64.exe': { kind: 'nsis', platform: 'win32', arch: 'arm64' },
} as const;

/** The hash of a file, hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Only those of the version: a folder may hold older ones. `~` is how packages write the hyphen of a test build. */
async function packagesIn(folder: string, version: string): Promise<readonly object[]> {
  const found: object[] = [];
  for (const url of (await readdir(folder)).sort()) {
    const kind = Object.entries(kinds).find(([ending]) => url.endsWith(ending))?.[1];
    const isOfVersion = [version, version.replace('-', '~')].some((one) =>
      new RegExp(`[-_]${one}[-_]`, 'u').test(url),
    );
    if (kind === undefined || !isOfVersion) continue;
    const file = path.join(folder, url);
    found.push({ ...kind, url, bytes: (await stat(file)).size, sha256: await sha256Of(file) });
  }
  if (found.length === 0) throw new Problem(`There is no package of version ${version} in ${folder}.`);
  return found;
}

/** Days for which a manifest is believed: longer than from one release to the next. */
const LIFE = 180;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Versions with a stage that is not our mark of a test build are betas. */
const channelOf = (version: string): 'stable' | 'beta' =>
  version.includes('-') && !version.endsWith('-test') ? 'beta' : 'stable';

/** What a version brings, as plain text: its part of the list of changes, or what is not released yet. */
function plainNotes(changelog: string, version: string): string {
  const parts = changelog.split(/^## /mu).slice(1);
  const part =
    parts.find((text) => text.startsWith(`[${version}]`)) ??
    parts.find((text) => text.startsWith('[Unreleased]')) ??
    '';
  const text = part.split('\n').slice(1).join('\n').replaceAll(/^#+ /gmu, '').replaceAll('`', '').trim();
  return text.length <= 20_000 ? text : `${text.slice(0, 19_999)}…`;
}

interface Writing {
  /** Where the packages are, and the manifest goes. */
  readonly folder: string;
  /** As the app itself tells it. */
  readonly version: string;
  readonly privateKey: KeyObject;
  /** ms UTC. */
  readonly now: number;
}

/**
 * Writes the manifest of the packages in a folder, as `src/main/updates/manifest.ts` reads it, and its signature over
 * these very bytes.
 *
 * @returns the manifest's file
 * @throws Problem where there is no package of that version
 */
export async function writeUpdates({ folder, version, privateKey, now }: Writing): Promise<string> {
  const manifest = {
    product: 'nutgraf',
    channel: channelOf(version),
    version,
    serial: Math.floor(now / 1000),
    released: dayOf(now),
    expires: dayOf(now + LIFE * 86_400_000),
    notes: plainNotes(readFileSync(inProject('CHANGELOG.md'), 'utf8'), version),
    files: await packagesIn(folder, version),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const file = path.join(folder, 'updates.json');
  await writeFile(file, bytes);
  await writeFile(`${file}.sig`, `${sign(null, bytes, privateKey).toString('base64')}\n`);
  return file;
}
