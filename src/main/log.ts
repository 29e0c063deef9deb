import { NutgrafError } from '#shared/domain/failure';
import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Past this size in bytes the log is set aside and started again; one older log is kept. */
const LIMIT = 1024 * 1024;

/** Writes what went wrong inside the app, never what a person wrote. */
export type Report = (where: string, thrown: unknown) => void;

function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = thrown instanceof NutgrafError ? `[${thrown.code}] ` : '';
  return `${code}${thrown.stack ?? thrown.message}`;
}

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
