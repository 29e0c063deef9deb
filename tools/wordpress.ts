import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { outputOf } from './child';
import { inProject, Problem, runScript } from './project';
import { ensurePhp, phpOptions } from './wordpress/php';
import { layOutSite, wordpressSources } from './wordpress/sources';

/** A user of a test site, with an application password. */
interface WordPressUser {
  readonly login: string;
  readonly password: string;
}

export type WordPressRole = 'admin' | 'editor' | 'author' | 'contributor' | 'subscriber';

/** A real WordPress on this computer, for tests. */
export interface WordPressSite {
  readonly url: string;
  readonly users: Readonly<Record<WordPressRole, WordPressUser>>;
  /** Installs a must-use plugin: a fault on a real site. `php` starts with `<?php`. */
  readonly addMuPlugin: (name: string, php: string) => void;
  readonly removeMuPlugin: (name: string) => void;
  readonly stop: () => Promise<void>;
}

interface State {
  readonly url: string;
  readonly pid: number;
  readonly users: WordPressSite['users'];
}

/**
 * Starts the WordPress of a folder on 127.0.0.1, installing it first where there is none. One that runs already
 * is taken as it is, so a test may be run again and again by hand.
 *
 * @throws Problem when PHP is missing or the server does not come up
 */
export async function startWordPress(options: {
  readonly folder: string;
  readonly port?: number;
}): Promise<WordPressSite> {
  const folder = path.resolve(options.folder);
  const running = readState(folder);
  if (running && isOurs(running.pid, folder) && (await answers(running.url))) return siteOf(folder, running);
  await ensurePhp();
  await mkdir(folder, { recursive: true });
  const url = `http://127.0.0.1:${options.port ?? (await freePort())}`;
  const users = running?.users ?? (await install(folder, url));
  const state: State = { url, users, pid: serve(folder, url) };
  writeFileSync(stateFile(folder), JSON.stringify(state));
  await untilReady(folder, state);
  return siteOf(folder, state);
}

/** How long a site may take to answer for the first time, ms: on a busy machine that is long. */
const PATIENCE = 120_000;

/** Stops the server of a folder, by the process group recorded when it was started; its port is free then. */
async function stopWordPress(folder: string): Promise<void> {
  const state = readState(path.resolve(folder));
  if (!state || !isOurs(state.pid, path.resolve(folder))) return;
  process.kill(-state.pid, 'SIGTERM');
  for (let waited = 0; waited < 250 && groupLives(state.pid); waited += 1) {
    if (waited === 50) process.kill(-state.pid, 'SIGKILL');
    await pause(50);
  }
}

function siteOf(folder: string, { url, users }: State): WordPressSite {
  const plugin = (name: string): string =>
    path.join(siteFolder(folder), 'wp-content', 'mu-plugins', `${name}.php`);
  return {
    url,
    users,
    addMuPlugin: (name, php) => writeFileSync(plugin(name), php),
    removeMuPlugin: (name) => rmSync(plugin(name), { force: true }),
    stop: () => stopWordPress(folder),
  };
}

const siteFolder = (folder: string): string => path.join(folder, 'site');
const stateFile = (folder: string): string => path.join(folder, 'state.json');

function readState(folder: string): State | null {
  if (!existsSync(stateFile(folder))) return null;
  return JSON.parse(readFileSync(stateFile(folder), 'utf8')) as State;
}

/** Lays out the files, creates the database and the users. A half-made folder is started again. */
async function install(folder: string, url: string): Promise<WordPressSite['users']> {
  const site = siteFolder(folder);
  const sources = await wordpressSources();
  rmSync(site, { recursive: true, force: true });
  layOutSite(sources, site);
  const setup = inProject('tools', 'wordpress', 'setup.php');
  const env = { ...process.env, TEST_SITE_URL: url };
  const run = spawnSync('php', [...phpOptions, setup, site], { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Problem(`WordPress could not be installed:\n${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout.slice(run.stdout.lastIndexOf('\n'))) as WordPressSite['users'];
}

/** Starts PHP's own server as the leader of a process group, so that its workers end with it. */
function serve(folder: string, url: string): number {
  const log = openSync(path.join(folder, 'server.log'), 'a');
  const router = inProject('tools', 'wordpress', 'router.php');
  const args = [...phpOptions, '-S', new URL(url).host, '-t', siteFolder(folder), router];
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '4', TEST_SITE_URL: url };
  const server = spawn('php', args, { env, detached: true, stdio: ['ignore', log, log] });
  server.unref();
  if (server.pid === undefined) throw new Problem('php could not be started.');
  return server.pid;
}

async function untilReady(folder: string, { url, pid }: State): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && groupLives(pid)) {
    if (await answers(url)) return;
    await pause(50);
  }
  const log = readFileSync(path.join(folder, 'server.log'), 'utf8');
  throw new Problem(`WordPress does not answer at ${url}:\n${log.slice(-2000)}`);
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/wp-json/?_fields=name`, { signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  );
  return answer?.status === 200;
}

/** Whether that process is still the server that we started: its process id may have been reused. */
const isOurs = (pid: number, folder: string): boolean => commandLine(pid).includes(siteFolder(folder));

/** Linux tells it without `ps`, which a bare Debian does not have. */
function commandLine(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) return outputOf('ps', ['-o', 'args=', '-p', String(pid)]) ?? '';
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function command([verb, folder, port]: readonly string[]): Promise<number> {
  if (folder && verb === 'down') {
    await stopWordPress(folder);
    return 0;
  }
  if (folder && verb === 'up') {
    const { url, users } = await startWordPress({ folder, ...(port ? { port: Number(port) } : {}) });
    process.stdout.write(`${JSON.stringify({ url, users })}\n`);
    return 0;
  }
  process.stderr.write('usage: tsx tools/wordpress.ts up DIR [PORT] | down DIR\n');
  return 2;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runScript(command);
