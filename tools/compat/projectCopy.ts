import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../child';
import { inProject, projectFolder } from '../project';

/** The package that is taken without the binary that was built for an older Electron. */
const native = 'better-sqlite3';

/**
 * Runs work in a copy of the project, gone afterwards, whose packages are those that are installed here; but
 * better-sqlite3 has its own prebuilt binary there, as in an app with the current Electron.
 */
export async function inProjectCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-compat-'));
  try {
    for (const file of sources()) cpSync(inProject(file), path.join(folder, file));
    linkPackages(path.join(folder, 'node_modules'));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What is in the repository or will be. */
function sources(): readonly string[] {
  const names = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  return runProgram('git', names, { cwd: projectFolder })
    .split('\0')
    .filter((name) => name !== '' && existsSync(inProject(name)));
}

function linkPackages(target: string): void {
  mkdirSync(target);
  for (const name of readdirSync(inProject('node_modules'))) {
    const installed = inProject('node_modules', name);
    if (name !== native) symlinkSync(installed, path.join(target, name), 'junction');
    else cpSync(installed, path.join(target, name), { recursive: true, filter: isNotBuilt });
  }
}

const isNotBuilt = (file: string): boolean => file !== inProject('node_modules', native, 'build');
