import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const project = new URL('../../../../', import.meta.url).pathname;

/** How a finished program ended, and the lines it printed. */
interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves once this many lines were printed, or the program ended. */
  readonly printed: (count: number) => Promise<void>;
  readonly finished: Promise<Finished>;
}

/**
 * Runs a program of this folder in its own process, on the runtime that runs the tests. `under` is a command to start
 * the process with, such as strace.
 */
export function startProgram(name: string, args: readonly string[], under: readonly string[] = []): Running {
  const program = new URL(`./${name}.ts`, import.meta.url).pathname;
  const [command = '', ...rest] = [...under, process.execPath, '--import', 'tsx', program, ...args];
  const child = spawn(command, rest, {
    cwd: project,
    env: {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      TSX_TSCONFIG_PATH: `${project}tsconfig.base.json`,
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return follow(child);
}

function follow(child: ReturnType<typeof spawn>): Running {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  const tell = (): void => waiting.forEach((check) => check());
  if (child.stdout === null || child.stderr === null) throw new TypeError('the program has no output');
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    tell();
  });
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, lines, errors }));
  });
  const printed = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (lines.length >= count) resolve();
      };
      waiting.add(check);
      check();
      void finished.then(() => resolve());
    });
  return { child, printed, finished };
}
