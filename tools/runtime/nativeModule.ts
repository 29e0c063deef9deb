import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { hasProgram, outputOf } from '../child';
import { withLock } from '../lock';
import { npmScript } from './npm';
import { cacheFolder, inProject, packageScript, Problem, say } from '../project';
import { ensurePackages, type Need } from './systemPackages';

/** better-sqlite3's own binaries need this version of Node-API; an older runtime crashes on them without a message. */
const prebuiltNodeApi = 10;

const moduleFolder = inProject('node_modules', 'better-sqlite3');
const releaseFolder = path.join(moduleFolder, 'build', 'Release');
const header = inProject('tools', 'runtime', 'node-api-9.h');

/**
 * Sees to it that better-sqlite3 loads in this runtime: where its own binary does not fit, builds it from
 * source for Node-API 9, which every runtime we use can load, and keeps the result for the next time.
 *
 * @param executable Electron, or Node itself
 * @throws Problem if it needs a missing compiler, or does not load
 */
export async function ensureNativeModule(executable: string): Promise<void> {
  if (isPlaced()) return;
  if (nodeApiVersion(executable) >= prebuiltNodeApi) return;
  const built = await buildOnce(keptBuild());
  await mkdir(releaseFolder, { recursive: true });
  await placeWhole(path.join(releaseFolder, 'better_sqlite3.node'), (file) => copyFile(built, file));
  checkThatItLoads(executable);
  await placeWhole(path.join(releaseFolder, 'key'), (file) => writeFile(file, buildKey()));
}

/** What is missing here to build the module for the registry's Electron, or null; checked before building. */
export const buildNeed = (): Need | null => (isPlaced() || existsSync(keptBuild()) ? null : compilerNeed());

/** Whether our build is in node_modules. */
function isPlaced(): boolean {
  const stamp = path.join(releaseFolder, 'key');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildKey();
}

const keptBuild = (): string => path.join(cacheFolder(), `${buildKey()}.node`);

/** Names one build: the module's version, our header, the system it is for. */
function buildKey(): string {
  const manifest = readFileSync(packageScript('better-sqlite3/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const hash = createHash('sha256').update(readFileSync(header)).digest('hex').slice(0, 8);
  return `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${hash}`;
}

const asNode: NodeJS.ProcessEnv = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };

function nodeApiVersion(executable: string): number {
  const answer = outputOf(executable, ['-p', 'process.versions.napi'], asNode);
  if (answer === null) throw new Problem(`${executable} does not start.`);
  return Number(answer);
}

async function buildOnce(result: string): Promise<string> {
  if (existsSync(result)) return result;
  await withLock(`${result}.lock`, async () => {
    if (!existsSync(result)) await build(result);
  });
  return result;
}

async function build(result: string): Promise<void> {
  if (process.platform !== 'linux') throw new Problem('better-sqlite3 is built from source only on Linux.');
  await ensurePackages([compilerNeed()]);
  say('building better-sqlite3 for Node-API 9 (about a minute, once) …');
  const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-native-'));
  try {
    await copySources(scratch);
    compile(scratch);
    const made = path.join(scratch, 'build', 'Release', 'better_sqlite3.node');
    await placeWhole(result, (file) => copyFile(made, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What is missing here for a build from source, or null. */
function compilerNeed(): Need | null {
  const packages = ['g++', 'make', 'python3'];
  if (packages.every(hasProgram)) return null;
  return { what: 'a compiler, to build better-sqlite3 for this Electron', packages };
}

/** Outside node_modules, so that no run ever sees half a build (node-gyp breaks on a path with spaces). */
async function copySources(scratch: string): Promise<void> {
  for (const name of ['binding.gyp', 'package.json', 'lib', 'src', 'deps']) {
    await cp(path.join(moduleFolder, name), path.join(scratch, name), { recursive: true });
  }
  const headers = ['node_modules', 'node-addon-api'] as const;
  await cp(inProject(...headers), path.join(scratch, ...headers), { recursive: true });
  await copyFile(header, path.join(scratch, path.basename(header)));
}

function compile(scratch: string): void {
  const nodeGyp = createRequire(npmScript()).resolve('node-gyp/bin/node-gyp.js');
  const flags = `-UNAPI_VERSION -DNAPI_VERSION=9 -I${scratch} -include ${path.basename(header)}`;
  const headers = nodeHeaders();
  const args = ['rebuild', '--release', '--force_build=1', `--jobs=${availableParallelism()}`];
  const run = spawnSync(process.execPath, [nodeGyp, ...args, ...(headers ? [`--nodedir=${headers}`] : [])], {
    cwd: scratch,
    env: { ...process.env, CXXFLAGS: flags },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status === 0) return;
  const tail = `${run.stdout}${run.stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Problem(`better-sqlite3 could not be built:\n${tail}`);
}

/** Where Node's headers are on this machine; null lets node-gyp fetch them. */
function nodeHeaders(): string | null {
  const beside = path.resolve(path.dirname(process.execPath), '..');
  const places = [process.env['npm_config_nodedir'], beside];
  return places.find((place) => place && existsSync(path.join(place, 'include/node/node_api.h'))) ?? null;
}

async function placeWhole(target: string, write: (file: string) => Promise<void>): Promise<void> {
  const partial = `${target}.${process.pid}`;
  await write(partial);
  await rename(partial, target);
}

function checkThatItLoads(executable: string): void {
  const script = `new (require(${JSON.stringify(moduleFolder)}))(':memory:').prepare('SELECT 1').get()`;
  if (outputOf(executable, ['-e', script], asNode) !== null) return;
  throw new Problem(
    `better-sqlite3 was built but does not load in ${executable}. Delete ${cacheFolder()} and try again.`,
  );
}
