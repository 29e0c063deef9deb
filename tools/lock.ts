import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const pollMilliseconds = 250;

/**
 * Runs one piece of work at a time over all processes of this machine. The lock is a folder that comes to its
 * name in one step, with its owner's process id inside; a lock whose owner has died is taken over.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(folder))) await pause(pollMilliseconds);
  try {
    return await work();
  } finally {
    await clear(folder);
  }
}

async function take(folder: string): Promise<boolean> {
  const mine = `${folder}.${process.pid}`;
  await mkdir(mine, { recursive: true });
  await writeFile(path.join(mine, 'owner'), String(process.pid));
  try {
    await rename(mine, folder);
    return true;
  } catch {
    await rm(mine, { recursive: true, force: true });
    if (await isAbandoned(folder)) await clear(folder);
    return false;
  }
}

/** Moved aside first: a half-removed lock is an empty folder, which another process could take by mistake. */
async function clear(folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}.gone`;
  await rename(folder, aside).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
}

async function isAbandoned(folder: string): Promise<boolean> {
  const owner = Number(await readFile(path.join(folder, 'owner'), 'utf8').catch(() => '0'));
  if (owner === 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
