import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { outputOf } from '../child';
import { Problem } from '../project';
import { asNode } from '../runtime/readyRuntime';
import type { Runtime } from '../runtime/runtime';

/** Electron as it comes, in a folder of its own. */
export interface ElectronCopy {
  readonly folder: string;
  readonly version: string;
}

/**
 * Copies an Electron, without the app that development puts into it. A copy, never links: the fuses are written into
 * the executable, which others run.
 */
export async function copyElectron(runtime: Runtime, folder: string): Promise<ElectronCopy> {
  const { executable } = runtime;
  await cp(path.dirname(executable), folder, { recursive: true });
  await rm(path.join(folder, 'resources', 'app'), { recursive: true, force: true });
  const version = outputOf(executable, ['-p', 'process.versions.electron'], asNode(runtime))?.trim();
  if (!version) throw new Problem(`${executable} does not start, so nothing can be packed with it.`);
  return { folder, version };
}
