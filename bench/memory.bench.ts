import { cpSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import { buildBareApp } from './bareWindow/build';
import { median, report } from './figures';
import { launchApp } from './launch';
import { libraryOf } from './library/library';
import { withFolder } from './workspace';

const articles = 100_000;
const rounds = 3;
/** An app is idle when it used less than this share of a processor (%) for so many seconds in a row. */
const idle = { share: 2, seconds: 4, within: 90 } as const;

interface App {
  readonly name: string;
  readonly args: Parameters<typeof launchApp>[0];
  /** What shows that it is there. */
  readonly element: string;
}

interface Process {
  readonly pid: number;
  readonly type: string;
  /** % of a processor since it was asked before. */
  readonly cpu: number;
  /** kB of the system's own telling, where there is no better. */
  readonly workingSet: number;
}

const processes = (app: ElectronApplication): Promise<readonly Process[]> =>
  app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid, type, cpu, memory }) => ({
      pid,
      type,
      cpu: cpu.percentCPUUsage,
      workingSet: memory.privateBytes ?? memory.workingSetSize,
    })),
  );

/** Waits until what a start leaves to do is done. */
async function settle(app: ElectronApplication): Promise<void> {
  let quiet = 0;
  for (let second = 0; quiet < idle.seconds; second += 1) {
    if (second > idle.within) throw new Error('The app does not come to rest.');
    await pass(1000);
    const used = (await processes(app)).reduce((sum, { cpu }) => sum + cpu, 0);
    quiet = used < idle.share ? quiet + 1 : 0;
  }
}

/** Frees in main and in the window what nobody holds. */
async function collectGarbage(app: ElectronApplication): Promise<void> {
  const page = await app.firstWindow();
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await app.evaluate(async () => {
    const [v8, vm] = [process.getBuiltinModule('node:v8'), process.getBuiltinModule('node:vm')];
    v8.setFlagsFromString('--expose-gc');
    (vm.runInNewContext('gc') as () => void)();
  });
}

/** MB of a process that are its own, its share of what it has in common with others included. */
async function megabytesOf({ pid, workingSet }: Process): Promise<number> {
  try {
    const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/mu.exec(told)?.[1]) / 1024;
  } catch {
    return workingSet / 1024;
  }
}

/** What an idle app holds, MB by the type of its processes. */
async function idleMemory({ args, element }: App): Promise<Held> {
  const app = await launchApp(args);
  try {
    await (await app.firstWindow()).locator(element).first().waitFor();
    await settle(app);
    await collectGarbage(app);
    await settle(app);
    const held = new Map<string, number>();
    for (const process of await processes(app))
      held.set(process.type, (held.get(process.type) ?? 0) + (await megabytesOf(process)));
    return held;
  } finally {
    await app.close();
  }
}

type Held = ReadonlyMap<string, number>;

const sum = (held: Held): number => [...held.values()].reduce((total, part) => total + part, 0);

/** Of each type of process, ours and the peer's, MB. */
function byType(ours: readonly Held[], peer: readonly Held[]): Readonly<Record<string, string>> {
  const types = new Set([...ours, ...peer].flatMap((held) => [...held.keys()]));
  const of = (all: readonly Held[], type: string): string =>
    median(all.map((held) => held.get(type) ?? 0)).toFixed(0);
  return Object.fromEntries([...types].map((type) => [type, `${of(ours, type)} / ${of(peer, type)}`]));
}

function tell(name: string, ours: readonly Held[], peer: readonly Held[]): void {
  report({
    bench: 'memory',
    figure: `idle, ${name}`,
    unit: 'MB',
    ours: median(ours.map(sum)),
    peer: median(peer.map(sum)),
    peerName: 'an empty React and TipTap window',
    detail: { rounds, ...byType(ours, peer) },
  });
}

await withFolder(async (folder) => {
  const full = path.join(folder, 'full');
  cpSync(libraryOf(articles), full, { recursive: true });
  const bare = path.join(folder, 'bare');
  await buildBareApp('emptyEditor', bare);
  const apps: readonly App[] = [
    { name: 'the empty editor', args: { folder: bare }, element: '.ProseMirror' },
    {
      name: 'an empty store',
      args: { store: path.join(folder, 'none') },
      element: '[role=grid], [role=listbox], main',
    },
    { name: `${articles.toLocaleString('en')} articles`, args: { store: full }, element: '[role=option]' },
  ];
  const held = new Map(apps.map(({ name }): [string, Held[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const inTurn = round % 2 === 0 ? apps : apps.toReversed();
    for (const app of inTurn) held.get(app.name)?.push(await idleMemory(app));
  }
  const [empty, ...ours] = apps.map(({ name }) => ({ name, held: held.get(name) ?? [] }));
  for (const one of ours) tell(one.name, one.held, empty?.held ?? []);
});
