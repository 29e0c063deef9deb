import { type Event, app } from 'electron';
import { z } from 'zod';

/** Words that the app is asked to open: absolute paths, and addresses. */
export type OpenWords = readonly string[];

/** What a second start hands over to the first: its words, resolved in its own working directory. */
const handedOver = z.strictObject({
  words: z.array(z.string().max(100_000)).max(10_000).readonly(),
});

/**
 * What Chromium passes from a second start to the first, bytes (`kMaxMessageLength` of its process singleton), less some
 * for its own words. It drops a longer message, and the second start then takes itself for the first.
 */
const LONGEST_MESSAGE = 32 * 1024 - 2000;

/**
 * Whether a start could hand over its command line, as every second start does, and words to open with it. What cannot
 * be handed over ends a start before it asks for the first one.
 */
export function canHandOver(argv: readonly string[], words: OpenWords): boolean {
  const ofCommandLine = argv.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0);
  const ofWords = words.reduce((sum, word) => sum + bytesOf(word) + 8, 0);
  return ofCommandLine + ofWords <= LONGEST_MESSAGE;
}

/** A word of Latin-1 crosses in one byte a letter, any other in two. */
const bytesOf = (word: string): number => (/^[\0-\xff]*$/.test(word) ? word.length : 2 * word.length);

export interface OpenRequests {
  /** Says who opens what is asked for: what was asked sooner at once, the rest as it comes. */
  readonly hear: (open: (words: OpenWords) => void) => void;
  /** Whether anything was asked for so far, by whichever way it came. */
  readonly wereMade: () => boolean;
}

/**
 * Hears what the app is asked to open: on its own command line, by a second start, and on macOS by the system, which
 * may ask before the app is ready. Call it as early as that. On a sample desk, which is thrown away, the system's
 * requests are for the person's own desk and are not heard.
 */
export function openRequests(first: OpenWords, isSample: boolean): OpenRequests {
  let waiting = first;
  let isAny = first.length > 0;
  let open: ((words: OpenWords) => void) | null = null;
  const ask = (words: OpenWords): void => {
    if (words.length === 0) return;
    isAny = true;
    if (open) open(words);
    else waiting = [...waiting, ...words];
  };
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    const read = handedOver.safeParse(handed);
    if (read.success) ask(read.data.words);
  });
  const askHere = (event: Event, word: string): void => {
    event.preventDefault();
    ask([word]);
  };
  if (!isSample) app.on('open-file', askHere).on('open-url', askHere);
  return {
    hear: (opener) => {
      open = opener;
      const [early, none] = [waiting, [] as const];
      waiting = none;
      ask(early);
    },
    wereMade: () => isAny,
  };
}
