import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spokenLanguage } from '#shared/language/say';
import { languageWord } from '#shared/language/startLanguage';

/** The switch that opens the sample desk in place of a person's own articles. */
export const SAMPLE_DESK = '--sample-desk';

/** The sample desk's store, inside that of a person's own articles: a store of its own, of which nothing is shared. */
export const sampleDeskOf = (folder: string): string => join(folder, 'sample-desk');

const MARK = 'throw-away';
const BROWSER = 'browser';
/** What the app itself keeps beside what is Chromium's. */
const ownFiles = ['opened.json', 'window.json'] as const;

const markIn = (folder: string): string => join(folder, MARK);

/** Notes that the sample desk is to be empty and new when it is next opened: its own files are still in use. */
export function markForThrowingAway(folder: string): void {
  writeFileSync(markIn(folder), '');
}

/**
 * Empties a sample desk that was marked for it, before any of it is opened. What Chromium keeps to itself there stays:
 * by it, a second start finds the first.
 */
export function emptyIfMarked(folder: string): void {
  if (!existsSync(markIn(folder))) return;
  const browser = join(folder, BROWSER);
  const kept = (name: string): boolean => name === BROWSER || name === MARK;
  for (const name of readdirSync(folder)) if (!kept(name)) remove(join(folder, name));
  for (const name of ownFiles) remove(join(browser, name));
  remove(markIn(folder));
}

/** Removes all of it, as far as the system lets a program remove what it has open; the rest goes at the next start. */
export function throwAway(folder: string): void {
  for (const name of readdirSync(folder)) if (name !== MARK) remove(join(folder, name));
  remove(folder);
}

function remove(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Still in use, on a system that protects it.
  }
}

/** A story of the sample desk: its file's name and absolute path. */
interface SampleStory {
  readonly name: string;
  readonly path: string;
}

/** The sample desk's stories, in their order, as the app brings them in `folder`. */
export const sampleStories = (folder: string): readonly SampleStory[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => ({ name, path: join(folder, name) }));

/** How the app was started: `process.argv`, `app.isPackaged` and `app.getAppPath()`. */
interface Start {
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  readonly appPath: string;
}

/**
 * The arguments of a second start, on the sample desk of that store's folder. Chromium's own switches stay as they were
 * given, but for those of a debugger, which cannot listen twice; and it speaks the language of this app.
 */
export function sampleDeskArguments({ argv, isPackaged, appPath }: Start, folder: string): readonly string[] {
  const switches = argv.slice(1).filter((word) => word.startsWith('--') && !notInherited.test(word));
  const language = languageWord(spokenLanguage());
  return [...switches, language, ...(isPackaged ? [] : [appPath]), `--store=${folder}`, SAMPLE_DESK];
}

const notInherited = /^--(?:store|language|sample-desk|inspect|remote-debugging)/u;
