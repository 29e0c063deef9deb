import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAppAddress } from '#shared/domain/appAddress';
import { formatOfName } from '#shared/domain/importFormats';

/** What the command line can do. */
const commandNames = ['import', 'list', 'show', 'set', 'export', 'push'] as const;

export type CommandName = (typeof commandNames)[number];

export const isCommandName = (word: string): word is CommandName =>
  (commandNames as readonly string[]).includes(word);

/** How a process of the app was started: electron's `process.argv`, `app.isPackaged` and `app.getAppPath()`. */
export interface Start {
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  readonly appPath: string;
  /** The working directory. */
  readonly folder: string;
  readonly isFile?: (path: string) => boolean;
}

/** What a start asks for: a command, or windows in which to open absolute paths and addresses. */
export type Asked =
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'windows'; readonly opens: readonly string[] };

const helpWords: ReadonlySet<string> = new Set(['help', '--help', '-h']);

/** Whether the words after `nutgraf` ask which version it is. */
export const asksForVersion = ([word, ...others]: readonly string[]): boolean =>
  others.length === 0 && word === '--version';

/** Whether the words after `nutgraf` ask how it is used. */
export const asksForHelp = ([word, ...others]: readonly string[]): boolean =>
  others.length === 0 && word !== undefined && helpWords.has(word);

const isFileOnDisk = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * What a start of the app asks for. Chromium's own options may come before a command; the command line does not know
 * them. The first word that is no option decides: if it is no command, but an address, a file or a name that ends as
 * one, it is opened with all that follow it. Anything else is passed on to the command line all the same, for that to
 * refuse: no window opens for a slip of the hand.
 */
export function readStart(start: Start): Asked {
  const { folder, isFile = isFileOnDisk } = start;
  const words = wordsAfterApp(start);
  if (asksForHelp(words) || asksForVersion(words)) return { kind: 'command', words };
  const at = words.findIndex(isNamed);
  const first = words[at];
  if (first === undefined) return { kind: 'windows', opens: [] };
  const opens = (word: string): boolean =>
    isAddress(word) || formatOfName(word) !== null || isFile(resolve(folder, word));
  if (!isCommandName(first) && opens(first)) {
    const named = words.filter(isNamed);
    return { kind: 'windows', opens: named.map((word) => (isAddress(word) ? word : resolve(folder, word))) };
  }
  const before = words.slice(0, at);
  const isOfStore = (word: string, index: number): boolean =>
    /^--store(?:=|$)/u.test(word) || before[index - 1] === '--store';
  return { kind: 'command', words: [...before.filter(isOfStore), ...words.slice(at)] };
}

/** Whether it is neither an option nor the value of one. */
const isNamed = (word: string, index: number, words: readonly string[]): boolean =>
  !word.startsWith('-') && words[index - 1] !== '--store';

/** The words of a packaged app's start with which it starts again: what was opened then is not opened once more. */
export const wordsToRestart = (argv: readonly string[]): readonly string[] =>
  argv.slice(1).filter((word, index, words) => !isNamed(word, index, words));

/** An address of ours, or of a file, as a desktop passes it on. */
const isAddress = (word: string): boolean => isAppAddress(word) || /^file:/iu.test(word);

/** From sources, Electron's options and the app's own folder come first. */
function wordsAfterApp({ argv, isPackaged, appPath }: Start): readonly string[] {
  if (isPackaged) return argv.slice(1);
  const app = argv.findLastIndex((word) => resolve(word) === appPath);
  return app === -1 ? [] : argv.slice(app + 1);
}
