import path from 'node:path';
import { inProjectCopy } from './compat/projectCopy';
import { node24 } from './compat/node24';
import { outputOf, runChild } from './child';
import { whereItCanRun } from './notHere';
import { Problem } from './project';

/** Runs the unit tests under the current Electron's Node. Arguments go to vitest. */
export const runCompatTests = (args: readonly string[]): Promise<number> =>
  whereItCanRun('compat', 'the unit tests under the current Electron’s Node', async () => {
    const node = await node24();
    return inProjectCopy(async (folder) => {
      const loads = `new (require(${JSON.stringify(path.join(folder, 'node_modules', 'better-sqlite3'))}))(':memory:')`;
      if (outputOf(node, ['-e', loads]) === null)
        throw new Problem('better-sqlite3’s own binary does not load under Node 24.');
      const vitest = [path.join(folder, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--mode', 'compat'];
      return runChild(node, [...vitest, ...args], { cwd: folder });
    });
  });
