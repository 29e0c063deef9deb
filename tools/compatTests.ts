import path from 'node:path';
import { inProjectCopy } from './compat/projectCopy';
import { node24 } from './compat/node24';
import { runStandInTests } from './compat/standInTests';
import { outputOf, runChild } from './child';
import { whereItCanRun } from './notHere';
import { Problem } from './project';

/** What would fail first where the current Electron differs; `npm run campaign` runs every one that can be run. */
const windows = ['menu', 'editor', 'wholeWay', 'paste', 'search'].map((name) => `e2e/${name}.spec.ts`);

/**
 * Runs what shows that the app runs on the current Electron too: the unit tests under its Node, then window tests in
 * its engine. Arguments go to vitest, and leave the windows out.
 */
export async function runCompatTests(args: readonly string[]): Promise<number> {
  const units = await whereItCanRun(
    'compat',
    'the unit tests under the current Electron’s Node',
    async () => {
      const node = await node24();
      return inProjectCopy((folder) => runUnits(node, folder, args));
    },
  );
  return args.length > 0 ? units : Math.max(units, await runCompatWindows(windows));
}

/** Runs window tests in the current Electron's engine, over its Node: those of these files, or all. */
export const runCompatWindows = (files: readonly string[]): Promise<number> =>
  whereItCanRun('compatWindow', 'the window tests in the current Electron’s engine', async () => {
    const node = await node24();
    return inProjectCopy((folder) => runStandInTests(node, folder, files));
  });

function runUnits(node: string, folder: string, args: readonly string[]): Promise<number> {
  const loads = `new (require(${JSON.stringify(path.join(folder, 'node_modules', 'better-sqlite3'))}))(':memory:')`;
  if (outputOf(node, ['-e', loads]) === null)
    throw new Problem('better-sqlite3’s own binary does not load under Node 24.');
  const vitest = [path.join(folder, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--mode', 'compat'];
  return runChild(node, [...vitest, ...args], { cwd: folder });
}
