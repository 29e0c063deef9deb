import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChild, runProgram } from '../child';
import { inProject, Problem } from '../project';
import { ensureDebian, obstacleHere } from './debian';
import { ensureToolsHere, NotHere } from '../notHere';
import { olderVersion, packageAs } from './olderPackage';
import { enterRoot, openRoot, type RootPlace } from './root';

/** What a test of the installed packages finds where. */
export interface Stage extends RootPlace {
  /** What was packed, in this machine's folders; the clean Debian has the same folder as {@link packagesInside}. */
  readonly packages: string;
}

/** Where the clean Debian has the packages. */
export const packagesInside = '/packages';

/** The name of the older package among them. */
export const olderDeb = 'older.deb';

/** The variable that tells Playwright's processes of it. */
const variable = 'NUTGRAF_INSTALLED';

/** @throws Problem outside `npm run test:installed` */
export function installedStage(): Stage {
  const told = process.env[variable];
  if (told === undefined) throw new Problem('Run this through npm run test:installed.');
  return JSON.parse(told) as Stage;
}

const tools = {
  what: 'what a package is installed and looked into with',
  packages: ['debootstrap', 'lintian', 'desktop-file-utils', 'appstream', 'binutils'],
};

/**
 * Makes the packages and a clean Debian, and runs work that may change it. Afterwards nothing of it is left: neither a
 * process, nor a mount, nor a folder.
 *
 * @throws NotHere where this machine cannot have a clean Debian
 */
export async function withInstalledStage(
  work: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<number> {
  const obstacle = obstacleHere();
  if (obstacle !== null) throw new NotHere(obstacle);
  await ensureToolsHere(tools);
  const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-installed-'));
  try {
    const packages = path.join(scratch, 'packages');
    const [base] = await Promise.all([ensureDebian(), takePackages(packages)]);
    const root = path.join(scratch, 'root');
    runProgram('cp', ['--archive', base.folder, root]);
    return await inRoot({ root, packages, archives: base.archives }, work);
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Place {
  readonly root: string;
  readonly packages: string;
  readonly archives: string;
}

async function inRoot(
  { root, packages, archives }: Place,
  work: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<number> {
  const open = await openRoot(root, { [packagesInside]: packages, '/var/cache/apt/archives': archives });
  try {
    const stage: Stage = { root, pid: open.pid, packages };
    const updated = enterRoot(stage, ['apt-get', '-q', '-o', 'APT::Update::Error-Mode=any', 'update']);
    if (updated.status !== 0)
      throw new NotHere(`no Debian archive can be reached: ${lastLine(updated.stderr)}`);
    return await work({ [variable]: JSON.stringify(stage) });
  } finally {
    await open.close();
  }
}

/**
 * The packages as `npm run package` makes them, or those in the folder that NUTGRAF_PACKAGES names; and the Debian one
 * once more as an older version.
 */
async function takePackages(out: string): Promise<void> {
  const given = process.env['NUTGRAF_PACKAGES'];
  if (given) await cp(given, out, { recursive: true });
  else await makePackages(out);
  const deb = (await readdir(out)).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Problem(`There is no .deb in ${given ?? out}.`);
  await packageAs(path.join(out, deb), olderVersion, path.join(out, olderDeb));
}

async function makePackages(out: string): Promise<void> {
  const program = ['--import', 'tsx', inProject('tools', 'package.ts'), '--out', out];
  const code = await runChild(process.execPath, program, { stdout: 'stderr' });
  if (code !== 0) throw new Problem('The packages could not be made: see above.');
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
