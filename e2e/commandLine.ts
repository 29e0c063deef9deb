import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const project = path.join(import.meta.dirname, '..');

/** Runs the command line on a store, beside the app; the lines that it prints. */
export async function commandLine(folder: string, ...args: readonly string[]): Promise<readonly unknown[]> {
  const program = ['--import', 'tsx', path.join('tools', 'nutgraf.ts'), '--store', folder, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: project });
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** The id of the one article of a store. */
export async function onlyArticle(folder: string): Promise<string> {
  const [article] = (await commandLine(folder, 'list')) as readonly { readonly id: string }[];
  if (!article) throw new Error('the store has no article');
  return article.id;
}
