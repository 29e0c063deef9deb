import { type ChildProcess, execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const project = path.join(import.meta.dirname, '..');

export interface Ended {
  readonly code: number;
  /** Each line of stdout, parsed: there must be nothing else on it. */
  readonly lines: readonly Record<string, unknown>[];
  readonly complaints: string;
}

/**
 * Runs the command line as `npm run nutgraf` does, in its own process, and returns how it ended. `onOutput` gets that
 * process when it has first printed something.
 */
export function runNutgraf(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onOutput: (running: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const program = ['--import', 'tsx', path.join('tools', 'nutgraf.ts'), ...words];
  return runProgram(process.execPath, program, { env: { ...process.env, ...environment }, onOutput });
}

interface Run {
  readonly env: NodeJS.ProcessEnv;
  readonly onOutput?: (running: ChildProcess) => void;
}

/** The same of any program that answers the command line, started in the project's folder. */
export async function runProgram(
  program: string,
  words: readonly string[],
  { env, onOutput = () => undefined }: Run,
): Promise<Ended> {
  const running = promisify(execFile)(program, words, { cwd: project, env });
  running.child.stdout?.once('data', () => onOutput(running.child));
  const ended = await running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: { readonly code: number; readonly stdout: string; readonly stderr: string }) => failed,
  );
  const lines = ended.stdout.split('\n').filter((line) => line !== '');
  return {
    code: ended.code,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    complaints: ended.stderr,
  };
}

/** The lines printed by a command that must succeed, on a store that the app may have open. */
export async function commandLine(folder: string, ...words: readonly string[]): Promise<Ended['lines']> {
  const { code, lines, complaints } = await runNutgraf(['--store', folder, ...words]);
  if (code !== 0) throw new Error(`nutgraf ${words[0] ?? ''} ended with ${code}: ${complaints}`);
  return lines;
}

/** The id of the only article in a store. */
export async function onlyArticle(folder: string): Promise<string> {
  const [article] = await commandLine(folder, 'list');
  if (!article) throw new Error('the store has no article');
  return String(article['id']);
}
