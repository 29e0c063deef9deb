import { once } from 'node:events';
import { setInterval as ticks, setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import { say, saying, spokenLanguage } from '#shared/language/say';
import { languageWord } from '#shared/language/startLanguage';
import type { ImportedFile, ReadArticle } from './readArticle';
import type { Knowledge } from './recognised';

/** A file on disk: its name and its path. */
interface FileOnDisk {
  readonly name: string;
  readonly path: string;
}

/** What an import consists of: a file that the worker reads from disk, or one whose bytes are already here. */
export type ImportSource = ImportedFile | FileOnDisk;

/** What the worker is asked, one file at a time, and what it answers. */
export interface ReaderQuestion {
  readonly file: ImportSource;
  readonly knowledge: Knowledge;
}
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly article: ReadArticle }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Reads files to import in a separate thread: whatever a file contains, nothing else waits for it. */
export interface ImportReader {
  /**
   * One file after another. Throws what reading throws (see `fileBytes` and `readArticle`), and NutgrafError
   * `import_too_long`, `import_too_much` and `import_stopped` for a file on which the thread was given up; the next
   * one gets a new thread. `signal` gives it up at once.
   */
  readonly read: (file: ImportSource, knowledge: Knowledge, signal?: AbortSignal) => Promise<ReadArticle>;
  /** Ends the thread; what it was reading is not imported. */
  readonly close: () => Promise<void>;
}

/** What one file may take; more ends the thread. */
export interface ReadingLimits {
  /** How long one file may take, ms of work. */
  readonly patience?: number;
  /** How much memory the thread may use for a file, megabytes. */
  readonly memory?: number;
}

interface ImportReaderOptions extends ReadingLimits {
  /** The built worker, an absolute path. */
  readonly workerPath: string;
}

/** How long a thread may take for one file, ms: half a million words take seconds on a slow computer. */
export const PATIENCE = 20_000;

/**
 * On a busy computer a thread may take this many times as long by the clock, as long as this process as a whole has
 * not worked that long.
 */
export const STARVED = 3;

/** How often the thread's time is checked, ms. */
const LOOK = 100;

/** How long to wait for a thread to end, ms: one held up by a dead disk ends when that does. */
const FAREWELL = 2000;

/** Difficult files take up to two hundred times their own size. */
const MEMORY = 1024;

/**
 * How long a thread waits for another file, ms: starting one is quicker, but the files of a folder come one by one.
 */
const IDLE = 20_000;

export function createImportReader(options: ImportReaderOptions): ImportReader {
  const { workerPath, patience = PATIENCE, memory = MEMORY } = options;
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const start = (): Worker => {
    const argv = [languageWord(spokenLanguage())];
    const started = new Worker(workerPath, { argv, resourceLimits: { maxOldGenerationSizeMb: memory } });
    // Why it ended is reported by the file that it was reading.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const end = async (): Promise<void> => {
    clearTimeout(resting);
    const ended = worker;
    worker = null;
    await Promise.race([ended?.terminate(), pause(FAREWELL, null, { ref: false })]);
  };
  const readNow = async (question: ReaderQuestion, signal: AbortSignal | undefined): Promise<ReadArticle> => {
    if (isClosed || signal?.aborted) throw stopped(question.file.name);
    clearTimeout(resting);
    worker ??= start();
    try {
      const answer = await ask(worker, question, { patience, signal });
      resting = setTimeout(() => void end(), IDLE).unref();
      if (answer.kind === 'read') return answer.article;
      const { code, message, detail } = answer.failure;
      throw new NutgrafError(code, message, detail);
    } catch (thrown) {
      if (thrown instanceof GivenUp) await end();
      throw thrown;
    }
  };
  return {
    read: (file, knowledge, signal) => {
      const read = line.then(() => readNow({ file, knowledge }, signal));
      line = read.catch(() => undefined);
      return read;
    },
    close: async () => {
      isClosed = true;
      await end();
      await line;
    },
  };
}

/** The thread is no longer usable. */
class GivenUp extends NutgrafError {}

interface Bounds {
  readonly patience: number;
  readonly signal: AbortSignal | undefined;
}

/** Throws {@link GivenUp}. */
async function ask(
  worker: Worker,
  question: ReaderQuestion,
  { patience, signal: outer }: Bounds,
): Promise<ReaderAnswer> {
  const { name } = question.file;
  const over = new AbortController();
  const { signal } = over;
  const answered = once(worker, 'message', { signal }).then(([answer]) => answer as ReaderAnswer);
  const endings = [once(worker, 'exit', { signal }), ...(outer ? [once(outer, 'abort', { signal })] : [])];
  const ended = endings.map((ending) =>
    ending.then(() => {
      throw stopped(name);
    }),
  );
  const late = hadItsTime(patience, signal).then(() => {
    throw tooLong(name, patience);
  });
  try {
    worker.postMessage(question, []);
    return await Promise.race([answered, ...ended, late]);
  } catch (thrown) {
    throw thrown instanceof GivenUp ? thrown : broken(name, thrown);
  } finally {
    over.abort();
  }
}

/**
 * Resolves when a thread started now has worked for that long; everything else this process does counts as its work.
 */
async function hadItsTime(patience: number, signal: AbortSignal): Promise<void> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  for await (const _tick of ticks(LOOK, null, { signal, ref: false })) {
    const passed = performance.now() - begun;
    if (passed < patience) continue;
    const { user, system } = process.cpuUsage(before);
    if (passed > patience * STARVED || (user + system) / 1000 > patience * 0.9) return;
  }
}

/** What is safe and what to do, however reading a file ended. */
const otherwise = saying(
  'Nothing was imported from it, and your articles are unchanged. Open it in its own program, copy the text and paste it into a new article.',
);

const tooLong = (name: string, patience: number): GivenUp =>
  new GivenUp(
    'import_too_long',
    say(
      '“{name}” could not be read in {count, plural, one {# second} other {# seconds}}, so Nutgraf gave up on it. {otherwise}',
      { name, count: Math.ceil(patience / 1000), otherwise: otherwise() },
    ),
  );

/** What is thrown for a file whose reading was stopped. */
export const stopped = (name: string): GivenUp =>
  new GivenUp(
    'import_stopped',
    say('Reading “{name}” stopped before the end. {otherwise}', { name, otherwise: otherwise() }),
  );

function broken(name: string, thrown: unknown): GivenUp {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new GivenUp(
      'import_too_much',
      say(
        '“{name}” takes more memory to read than Nutgraf allows one file, so Nutgraf gave up on it. {otherwise}',
        { name, otherwise: otherwise() },
      ),
    );
  }
  const { message } = stopped(name);
  return new GivenUp('import_stopped', message, thrown instanceof Error ? thrown.message : String(thrown));
}
