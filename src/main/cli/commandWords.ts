import { resolve } from 'node:path';

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
}

const helpWords: ReadonlySet<string> = new Set(['help', '--help', '-h']);

/** Whether the words after `nutgraf` ask which version it is. */
export const asksForVersion = ([word, ...others]: readonly string[]): boolean =>
  others.length === 0 && word === '--version';

/** Whether the words after `nutgraf` ask how it is used. */
export const asksForHelp = ([word, ...others]: readonly string[]): boolean =>
  others.length === 0 && word !== undefined && helpWords.has(word);

/**
 * The words of the command that a start of the app asks for, or null when it asks for windows. Chromium's own options
 * may come before the command; the command line does not know them. A word that is no command is passed on all the same,
 * for the command line to refuse: no window opens for a slip of the hand.
 */
export function commandWords(start: Start): readonly string[] | null {
  const words = wordsAfterApp(start);
  if (asksForHelp(words) || asksForVersion(words)) return words;
  const at = words.findIndex((word, index) => !word.startsWith('-') && words[index - 1] !== '--store');
  if (at === -1) return null;
  const before = words.slice(0, at);
  const isOfStore = (word: string, index: number): boolean =>
    /^--store(?:=|$)/u.test(word) || before[index - 1] === '--store';
  return [...before.filter(isOfStore), ...words.slice(at)];
}

/** From sources, Electron's options and the app's own folder come first. */
function wordsAfterApp({ argv, isPackaged, appPath }: Start): readonly string[] {
  if (isPackaged) return argv.slice(1);
  const app = argv.findLastIndex((word) => resolve(word) === appPath);
  return app === -1 ? [] : argv.slice(app + 1);
}
