import { constants } from 'node:os';

/** The first line of an entry: time, where it was, the failure's code if it is one of ours, and what was thrown. */
const head = /^(?<time>\d{4}-\d\d-\d\dT[\d:.]+Z) (?<where>[\w.]{1,60}): (?<thrown>.*)$/u;
const ownCode = /^\[(?<code>[a-z0-9_]{1,60})\] /u;
/** The kinds of errors there are; any other word may be a person's. */
const errorNames: ReadonlySet<string> = new Set(
  'Error TypeError RangeError SyntaxError ReferenceError URIError AggregateError NutgrafError SqliteError ZodError AbortError TimeoutError'.split(
    ' ',
  ),
);

/** A line of a stack: a function of the program, and a place in one of its files. */
const frame =
  /^ {4}at (?:(?:async |new )*(?<name>[\w$.<>]{1,80}) (?:\[as [\w$]+\] )?\()?(?<file>[^\s()]+):(?<at>\d+:\d+)\)?$/u;
const program = /(?:^node:[\w/]+|[\w.-]{1,80}\.(?:[cm]?js|tsx?))$/u;

/** What the system and the libraries call failures; a word in capitals may as well be a headline's. */
const codes: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...'ENOTFOUND EAI_AGAIN EAI_NODATA ERR_INVALID_ARG_TYPE ERR_INVALID_URL UND_ERR_SOCKET'.split(' '),
  ...'CORRUPT NOTADB BUSY LOCKED FULL IOERR READONLY CANTOPEN CONSTRAINT SCHEMA'
    .split(' ')
    .map((name) => `SQLITE_${name}`),
]);

const codesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/\b[A-Z][A-Z_]{2,}\b/gu) ?? [])].filter((word) => codes.has(word));

/**
 * What an app's log says of itself: when and where something failed, by which code, and where in the program. What
 * messages say in words is left out, whatever it is: they may repeat a headline, an address or the name of a file.
 *
 * @param most how many lines, the last ones
 */
export function logOutline(log: string, most: number): readonly string[] {
  const lines = log.split('\n').flatMap((line) => headOf(line) ?? frameOf(line) ?? []);
  return lines.slice(-most);
}

function headOf(line: string): string | null {
  const { time, where, thrown } = head.exec(line)?.groups ?? {};
  if (time === undefined || where === undefined || thrown === undefined) return null;
  const code = ownCode.exec(thrown)?.groups?.['code'];
  const rest = thrown.replace(ownCode, '');
  const name = rest.split(/[^A-Za-z]/u, 1).filter((word) => errorNames.has(word));
  const told = [...(code === undefined ? [] : [code]), ...name, ...codesIn(rest)];
  return `${time} ${where}: ${told.length === 0 ? '…' : told.join(' ')}`;
}

function frameOf(line: string): string | null {
  const { name, file = '', at = '' } = frame.exec(line)?.groups ?? {};
  const of = program.exec(file)?.[0];
  return of === undefined ? null : `    at ${name ?? '?'} (${of}:${at})`;
}
