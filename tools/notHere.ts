import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem, say } from './project';
import type { Suite } from './results';
import { ensurePackages, type Need } from './runtime/systemPackages';

/** Why a suite cannot be run on this machine: its message follows a colon. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

/**
 * Runs a suite, or says in one line why it cannot be run here: it then counts as not run, neither as passed nor as
 * failed.
 *
 * @returns the suite's exit code; 0 where it was not run
 */
export async function whereItCanRun(suite: Suite, what: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (thrown) {
    if (!(thrown instanceof NotHere)) throw thrown;
    say(`not run: ${what}: ${thrown.message}`);
    await leaveReport(suite, { notRun: thrown.message });
    return 0;
  }
}

/** @throws NotHere where what a suite needs of the system is missing, and cannot be installed */
export async function ensureToolsHere(need: Need): Promise<void> {
  try {
    await ensurePackages([need]);
  } catch (thrown) {
    throw thrown instanceof Problem ? new NotHere(thrown.message) : thrown;
  }
}

/** Leaves a suite's report, where one is asked for. */
export async function leaveReport(suite: Suite, report: unknown): Promise<void> {
  const folder = process.env['NUTGRAF_RESULTS'];
  if (folder !== undefined) await writeFile(path.join(folder, `${suite}.json`), JSON.stringify(report));
}
