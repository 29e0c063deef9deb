import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const project = path.join(import.meta.dirname, '..');

export interface Ended {
  readonly code: number;
  /** Each line of stdout, parsed: there must be nothing else on it. */
  readonly lines: readonly Record<string, unknown>[];
  readonly complaints: string;
}

/** Runs the command line as `npm run nutgraf` does, in a process of its own, and tells how it ended. */
export async function runNutgraf(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const program = ['--import', 'tsx', path.join('tools', 'nutgraf.ts'), ...words];
  const ended = await promisify(execFile)(process.execPath, program, {
    cwd: project,
    env: { ...process.env, ...environment },
  }).then(
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

/** The lines that a command prints which must go well, on a store that the app may have open. */
export async function commandLine(folder: string, ...words: readonly string[]): Promise<Ended['lines']> {
  const { code, lines, complaints } = await runNutgraf(['--store', folder, ...words]);
  if (code !== 0) throw new Error(`nutgraf ${words[0] ?? ''} ended with ${code}: ${complaints}`);
  return lines;
}

/** The id of the one article of a store. */
export async function onlyArticle(folder: string): Promise<string> {
  const [article] = await commandLine(folder, 'list');
  if (!article) throw new Error('the store has no article');
  return String(article['id']);
}
