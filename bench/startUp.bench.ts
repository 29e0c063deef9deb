import { spawn } from 'node:child_process';
import { constants, copyFile, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../tools/project';
import { launchOptions } from '../tools/display/launchOptions';
import { buildBareApp } from './bareWindow/build';
import { median, quantile, report } from './figures';
import { libraryOf } from './library/library';
import { fillStore, withFolder, withStore } from './workspace';

const runs = 9;
/** How many articles the store has: an empty one says so in place of the first rows. */
const sizes = [0, 1000, 100_000] as const;
/** ms after which a start that shows nothing is abandoned. */
const patience = 30_000;

/** An app as it is started: its folder, its main module, and what the user waits to see. */
interface Launched {
  readonly folder: string;
  readonly main: string;
  readonly element: string;
  readonly args: readonly string[];
}

/** Our own app's folder with the watch as its main; everything else is the project's. */
async function watchedApp(folder: string, store: string, element: string): Promise<Launched> {
  await mkdir(folder);
  for (const name of ['out', 'resources', 'node_modules'])
    await symlink(inProject(name), path.join(folder, name));
  await watched(folder, inProject('package.json'));
  const main = inProject('out', 'main', 'index.js');
  return { folder, main, element, args: [`--store=${store}`] };
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

/** What it takes from the start of the process to the frame that shows the element, ms. */
interface Start {
  readonly wall: number;
  /** Of all the app's processes. */
  readonly cpu: number;
}

async function launch({ folder, main, element, args }: Launched): Promise<Start> {
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
  const line = /\{"paintedAt":.*\}/u.exec(said)?.[0];
  if (line === undefined) throw new Error(`${folder} ended before it painted anything.`);
  const { paintedAt, cpu } = JSON.parse(line) as { paintedAt: number; cpu: number };
  return { wall: paintedAt - start, cpu };
}

/** The folder of a store with so many articles, which the app may write to. */
async function storeOf(articles: number, folder: string): Promise<string> {
  if (articles > 1000)
    await cp(libraryOf(articles), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  else {
    const lengths = Array.from({ length: articles }, () => 800);
    await withStore(folder, (store) => fillStore(store, lengths));
  }
  return folder;
}

/** What is waited for: the first rows, or whatever an empty library says; and all the rest of the window. */
const moments = [
  {
    figure: 'the first rows painted',
    element: (articles: number) => (articles === 0 ? 'main h2' : '[role=option]'),
  },
  { figure: 'the whole window painted', element: () => '[data-pane="status"] button' },
] as const;

for (const articles of sizes) {
  await withFolder(async (folder) => {
    const store = await storeOf(articles, path.join(folder, 'store'));
    const empty = await watchedEmptyWindow(path.join(folder, 'empty'));
    for (const [index, { figure, element }] of moments.entries()) {
      const nutgraf = await watchedApp(path.join(folder, `app${index}`), store, element(articles));
      await compare(nutgraf, empty, { articles, figure });
    }
  });
}

interface Subject {
  readonly articles: number;
  readonly figure: string;
}

async function compare(nutgraf: Launched, empty: Launched, subject: Subject): Promise<void> {
  const [first, firstEmpty] = [await launch(nutgraf), await launch(empty)];
  await launch(nutgraf);
  await launch(empty);
  const [ours, peer]: [Start[], Start[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await launch(nutgraf));
    peer.push(await launch(empty));
  }
  const tell = (which: string, of: (starts: readonly Start[]) => number): void =>
    tellOf(subject, which, of(ours), of(peer));
  tell('median', (starts) => median(starts.map(({ wall }) => wall)));
  tell('slowest', (starts) =>
    quantile(
      starts.map(({ wall }) => wall),
      1,
    ),
  );
  tell('median of processor time', (starts) => median(starts.map(({ cpu }) => cpu)));
  tellOf(subject, 'first start', first.wall, firstEmpty.wall);
}

function tellOf({ articles, figure }: Subject, which: string, ours: number, peer: number): void {
  report({
    bench: 'start-up',
    figure: `launch to ${figure}, ${which}`,
    unit: 'ms',
    ours,
    peer,
    peerName: 'an empty React window',
    detail: { articles, runs },
  });
}
