import { NutgrafError } from '#shared/domain/failure';
import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Past this size in bytes the log is set aside and started again; one older log is kept. */
const LIMIT = 1024 * 1024;

/** Writes what went wrong inside the app, never what a person wrote. */
export type Report = (where: string, thrown: unknown) => void;

/** A message's lines but the first are set in, so that none can pass for an entry's first, or for a stack's. */
const setIn = (message: string): string => message.replaceAll('\n', '\n  | ');

function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return setIn(String(thrown));
  const code = thrown instanceof NutgrafError ? `[${thrown.code}] ` : '';
  const { stack = '', message } = thrown;
  const at = stack.indexOf(message);
  // A message that was changed since is not in the stack, and what is message there cannot be told.
  const frames =
    at === -1
      ? []
      : stack
          .slice(at + message.length)
          .split('\n')
          .filter(isFrame);
  const said = at === -1 ? String(thrown) : `${stack.slice(0, at)}${message}`;
  return [`${code}${setIn(said || String(thrown))}`, ...frames].join('\n');
}

const isFrame = (line: string): boolean => line.startsWith('    at ');

function putAside(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.1`);
}

/** A reporter that writes to `file` and to standard error. A log that cannot be written stops nothing. */
export function openLog(file: string, now: () => number): Report {
  return (where, thrown) => {
    const entry = `${new Date(now()).toISOString()} ${where}: ${wordsOf(thrown)}\n`;
    process.stderr.write(entry);
    try {
      putAside(file);
      appendFileSync(file, entry);
    } catch {
      return;
    }
  };
}
