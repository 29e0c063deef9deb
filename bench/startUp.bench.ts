import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../tools/project';
import { launchOptions } from '../tools/display/launchOptions';
import { buildBareApp } from './bareWindow/build';
import { median, quantile, report } from './figures';
import { fillStore, withFolder, withStore } from './workspace';

const runs = 9;
const articles = 1000;
/** ms after which a start that shows nothing is given up. */
const patience = 30_000;

/** An app as it is started: its folder, the module that is its main, and what a person waits to see. */
interface Launched {
  readonly folder: string;
  readonly main: string;
  readonly element: string;
  readonly args: readonly string[];
}

/** Our own app's folder with the watch as its main; all else is the project's. */
async function watchedApp(folder: string, store: string): Promise<Launched> {
  await mkdir(folder);
  for (const name of ['out', 'resources', 'node_modules'])
    await symlink(inProject(name), path.join(folder, name));
  await watched(folder, inProject('package.json'));
  const main = inProject('out', 'main', 'index.js');
  return { folder, main, element: '[role=option]', args: [`--store=${store}`] };
}

async function watchedEmptyWindow(folder: string): Promise<Launched> {
  await buildBareApp('emptyWindow', folder);
  await watched(folder, path.join(folder, 'package.json'));
  return { folder, main: path.join(folder, 'main.mjs'), element: '#shown', args: [] };
}

async function watched(folder: string, manifest: string): Promise<void> {
  const known = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
  await copyFile(inProject('bench', 'startUp', 'watch.mjs'), path.join(folder, 'watch.mjs'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...known, main: 'watch.mjs' }));
}

/** From the start of the process to the frame that shows the element, ms. */
async function launch({ folder, main, element, args }: Launched): Promise<number> {
  const { executablePath, args: switches, env } = launchOptions();
  const { ELECTRON_RUN_AS_NODE: _node, ...own } = env;
  const start = Date.now();
  const child = spawn(executablePath, [...switches.slice(0, -1), folder, ...args], {
    env: { ...own, BENCH_MAIN: main, BENCH_ELEMENT: element },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(late);
  const line = /\{"paintedAt":[\d.]+\}/u.exec(said)?.[0];
  if (line === undefined) throw new Error(`${folder} ended before it painted anything.`);
  return (JSON.parse(line) as { paintedAt: number }).paintedAt - start;
}

await withFolder(async (folder) => {
  const store = path.join(folder, 'store');
  await withStore(store, (open) =>
    fillStore(
      open,
      Array.from({ length: articles }, () => 800),
    ),
  );
  const nutgraf = await watchedApp(path.join(folder, 'app'), store);
  const empty = await watchedEmptyWindow(path.join(folder, 'empty'));
  const [first, firstEmpty] = [await launch(nutgraf), await launch(empty)];
  await launch(nutgraf);
  await launch(empty);
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await launch(nutgraf));
    peer.push(await launch(empty));
  }
  tell('median', median(ours), median(peer));
  tell('slowest', quantile(ours, 1), quantile(peer, 1));
  tell('first start ever', first, firstEmpty);
});

function tell(which: string, ours: number, peer: number): void {
  report({
    bench: 'start-up',
    figure: `launch to the first rows painted, ${which}`,
    unit: 'ms',
    ours,
    peer,
    peerName: 'an empty React window',
    detail: { articles, runs },
  });
}
