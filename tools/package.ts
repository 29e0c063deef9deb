import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Build, officialModule } from '../packaging/builder';
import { ensureBuilt } from './build';
import { makeAppFolder } from './package/appFolder';
import { makeDeb } from './package/deb';
import { copyElectron } from './package/electronCopy';
import { type BuilderSystem, builderSystems, makeByBuilder, refuseUnsigned } from './package/otherSystems';
import { makeRepository, type Signer } from './package/repository';
import { makeRpm } from './package/rpm';
import { makeTarball } from './package/tarball';
import { type Facts, stageTree } from './package/tree';
import { inProject, Problem, runScript, say } from './project';
import { projectVersion } from './release/releaseNotes';
import { sha256Of, type UpdateSigning, updateSigning, writeUpdates } from './release/updates';
import { readyRuntime } from './runtime/readyRuntime';
import type { Runtime } from './runtime/runtime';
import { ensurePackages } from './runtime/systemPackages';

const usage = 'Usage: npm run package [-- --out DIR] [--release]';

/** Debian's tools that the packages are made with. */
const tools = {
  what: 'what the packages are made with',
  packages: ['dpkg-dev', 'librsvg2-bin', 'rpm', 'apt-utils', 'gnupg'],
};

interface Options {
  readonly out: string;
  /** Refuses every Electron but the official one, and to go out unsigned; presses the packages small. */
  readonly release: boolean;
}

function optionsOf(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, release: { type: 'boolean', default: false } },
    });
    return { out: path.resolve(values.out ?? inProject('packages')), release: values.release };
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

/** @throws Problem where a release does not say whom to ask */
function maintainerOf(release: boolean): string {
  const given = process.env['NUTGRAF_MAINTAINER'];
  if (given) return given;
  if (!release) return 'Nutgraf test build <nobody@example.org>';
  throw new Problem('Say who answers for the release: NUTGRAF_MAINTAINER="Name <address>".');
}

/** @throws Problem where a release does not say with which key it is signed */
function signerOf(release: boolean): Signer {
  const id = process.env['NUTGRAF_APT_KEY'];
  if (id) return { kind: 'key', id };
  if (!release) return { kind: 'throwAway' };
  throw new Problem(
    'Say with which key the apt repository is signed: NUTGRAF_APT_KEY=ID, of your gpg keyring.',
  );
}

/** A test build says so in its name and its version. */
interface Identity {
  /** As packages of Linux order it. */
  readonly version: string;
  /** As the app tells it. */
  readonly appVersion: string;
  readonly test: Build['test'];
}

function identityOf(isTest: boolean): Identity {
  const version = projectVersion();
  if (!isTest) return { version, appVersion: version, test: null };
  return {
    version: `${version}~test`,
    appVersion: `${version}-test`,
    test: { productName: 'Nutgraf Test Build', version: `${version}-test` },
  };
}

/** @throws Problem where a release cannot be made of this Electron */
function refuseForRelease(runtime: Runtime): void {
  if (runtime.kind === 'official') return;
  throw new Problem(
    `A release is made with the official Electron, which is not here: ${runtime.reason}. ` +
      'Connect to a network that has it, or leave out --release for a test build.',
  );
}

/** One line of JSON a package, for scripts. */
async function tell(kind: string, file: string, test: boolean): Promise<void> {
  const { size } = await stat(file);
  process.stdout.write(
    `${JSON.stringify({ kind, path: file, bytes: size, sha256: await sha256Of(file), test })}\n`,
  );
}

/** What a feed of this build would offer, where the key that signs it is at hand. */
async function tellUpdates(folder: string, signing: UpdateSigning | null, version: string): Promise<void> {
  if (!signing?.privateKey) return;
  const { privateKey } = signing;
  say(`what the feed offers: ${await writeUpdates({ folder, version, privateKey, now: Date.now() })}`);
}

/** How each system's packages are made, on that system. */
const makers: Partial<Readonly<Record<NodeJS.Platform, (options: Options) => Promise<void>>>> = {
  linux: makeForLinux,
  darwin: (options) => makeForOther(builderSystems.darwin, options),
  win32: (options) => makeForOther(builderSystems.win32, options),
};

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const make = makers[process.platform];
  if (!make) throw new Problem('Packages are made on Linux, macOS and Windows, each on its own system.');
  await make(options);
  return 0;
}

async function withScratch(work: (scratch: string) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-package-'));
  try {
    await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** On macOS and Windows what is not signed is a test build: these systems warn of it, or do not start it. */
async function makeForOther(system: BuilderSystem, { out, release }: Options): Promise<void> {
  if (release) refuseUnsigned(system, process.env);
  const { test, appVersion } = identityOf(!release);
  if (test) say('this is a test build: it is not signed.');
  const signing = updateSigning(process.env, test !== null);
  await ensureBuilt('app');
  await mkdir(out, { recursive: true });
  await withScratch(async (scratch) => {
    const made = await makeByBuilder(system, { scratch, out, test, updates: signing?.feed ?? null });
    for (const { kind, file } of made) await tell(kind, file, test !== null);
    await tellUpdates(out, signing, appVersion);
  });
}

async function makeForLinux({ out, release }: Options): Promise<void> {
  if (process.arch !== 'x64')
    throw new Problem('Linux packages are made for 64-bit Intel and AMD processors, on one of them.');
  const runtime = await readyRuntime('node');
  if (release) refuseForRelease(runtime);
  const answering = { maintainer: maintainerOf(release), signer: signerOf(release) };
  await ensurePackages([tools]);
  await ensureBuilt('app');
  await mkdir(out, { recursive: true });
  await withScratch((scratch) => makePackages({ scratch, out, runtime, release, ...answering }));
}

interface Making extends Options {
  readonly scratch: string;
  readonly runtime: Runtime;
  readonly maintainer: string;
  readonly signer: Signer;
}

async function makePackages({ scratch, out, runtime, release, maintainer, signer }: Making): Promise<void> {
  const { version, appVersion, test } = identityOf(runtime.kind !== 'official');
  if (test) say(`this is a test build: ${runtime.reason}`);
  const signing = updateSigning(process.env, test !== null);
  const facts: Facts = {
    version,
    appVersion,
    productName: test?.productName ?? 'Nutgraf',
    date: new Date().toISOString().slice(0, 10),
    maintainer,
  };
  const build = {
    electron: await copyElectron(runtime, path.join(scratch, 'electron')),
    output: scratch,
    nativeModule: runtime.kind === 'official' ? officialModule : 'build/Release/better_sqlite3.node',
    test,
    updates: signing?.feed ?? null,
  };
  const app = await makeAppFolder(build);
  const root = path.join(scratch, 'root');
  await stageTree(root, app, facts);
  await tell('rpm', await makeRpm(root, scratch, out, facts), test !== null);
  const deb = await makeDeb(root, out, facts, release ? 'small' : 'fast');
  await tell('deb', deb, test !== null);
  await tell('tar.gz', await makeTarball({ app, out, scratch, facts }), test !== null);
  await tellUpdates(out, signing, appVersion);
  say(`an apt repository: ${await makeRepository(deb, out, scratch, signer)}`);
}

await runScript(main);
