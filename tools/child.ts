import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { Problem, projectFolder } from './project';

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where the child's stdout goes; `stderr` keeps ours clean for the command that runs in the end. */
  readonly stdout?: 'inherit' | 'stderr' | 'ignore';
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program to its end with our stdin, stdout and stderr, and returns its exit code (128 + signal number if a
 * signal ended it, as in a shell). Signals that would end us go to the child, and we end after it.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<number> {
  const stdout = { inherit: 'inherit', stderr: 2, ignore: 'ignore' } as const;
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectFolder,
    env: options.env ?? process.env,
    stdio: ['inherit', stdout[options.stdout ?? 'inherit'], 'inherit'],
  });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of forwarded) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
    });
  } finally {
    for (const signal of forwarded) process.off(signal, forward);
  }
}

/** What a short program printed on stdout, or null if it is missing or failed. */
export function outputOf(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string | null {
  const run = spawnSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return run.status === 0 ? run.stdout : null;
}

/**
 * Runs a short program in a folder, and returns what it printed on stdout.
 *
 * @throws Problem with what it said on stderr, where it fails
 */
export function runProgram(
  name: string,
  args: readonly string[],
  { cwd = projectFolder, env = process.env }: Pick<ChildOptions, 'cwd' | 'env'> = {},
): string {
  const run = spawnSync(name, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (run.status !== 0) throw new Problem(`${name} failed:\n${run.stderr?.trim() ?? String(run.error)}`);
  return run.stdout;
}

/** Whether a program of this name is on the PATH. */
export function hasProgram(name: string): boolean {
  return outputOf('/bin/sh', ['-c', `command -v "${name}"`]) !== null;
}
