import { once } from 'node:events';
import { setInterval as ticks, setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import type { ImportedFile, ReadArticle } from './readArticle';
import type { Knowledge } from './recognised';

/** A file on a disk: its name, and where it lies. */
interface FileOnDisk {
  readonly name: string;
  readonly path: string;
}

/** What an import is made of: a file that the worker reads from its disk, or one whose bytes are here already. */
export type ImportSource = ImportedFile | FileOnDisk;

/** What the worker is asked, one file at a time, and what it answers. */
export interface ReaderQuestion {
  readonly file: ImportSource;
  readonly knowledge: Knowledge;
}
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly article: ReadArticle }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Reads files to import in a thread of its own: whatever a file holds, nothing else waits for it. */
export interface ImportReader {
  /**
   * One file after the other. Throws what reading throws (see `fileBytes` and `readArticle`), and NutgrafError
   * `import_too_long`, `import_too_much` and `import_stopped` for a file at which the thread was given up; the next
   * one gets a new thread. `signal` gives it up at once.
   */
  readonly read: (file: ImportSource, knowledge: Knowledge, signal?: AbortSignal) => Promise<ReadArticle>;
  /** Ends the thread; what it was reading is not imported. */
  readonly close: () => Promise<void>;
}

interface ImportReaderOptions {
  /** The built worker, an absolute path. */
  readonly workerPath: string;
  /** How long one file may take, ms of work. */
  readonly patience?: number;
  /** How much the thread may hold of what it makes of a file, megabytes. */
  readonly memory?: number;
}

/** How long a thread is given for one file, ms: a story of half a million words takes it seconds on a slow computer. */
export const PATIENCE = 20_000;

/**
 * A thread that gets too little of a busy computer may take so many times its patience by the clock, while all of
 * this process has not worked that long.
 */
export const STARVED = 3;

/** How often it is looked whether a thread has had its time, ms. */
const LOOK = 100;

/** How long it is waited for a thread that ends, ms: one that a dead disk holds ends when that does. */
const FAREWELL = 2000;

/** What is hard to read takes up to two hundred times its own size. */
const MEMORY = 1024;

/** How long a thread waits for another file, ms: it is made in less, but a folder's files come one by one. */
const IDLE = 20_000;

export function createImportReader(options: ImportReaderOptions): ImportReader {
  const { workerPath, patience = PATIENCE, memory = MEMORY } = options;
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const start = (): Worker => {
    const started = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    // What ends it is told by the file that it was reading.
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

/** The thread is of no more use. */
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

/** Resolves when a thread that began now has worked for so long; what else this process does counts as its work. */
async function hadItsTime(patience: number, signal: AbortSignal): Promise<void> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  for await (const _tick of ticks(LOOK, null, { signal, ref: false })) {
    const passed = performance.now() - begun;
    if (passed < patience) continue;
    const { user, system } = process.cpuUsage(before);
    if (passed > patience * STARVED || (user + system) / 1000 > patience * 0.9) return;
  }
}

/** What is safe and what to do, whatever a file's reading ended by. */
const otherwise =
  'Nothing was imported from it, and your articles are as they were. Open it in the program that it is from, copy its text and paste that into a new article.';

const tooLong = (name: string, patience: number): GivenUp =>
  new GivenUp(
    'import_too_long',
    `“${name}” could not be read in ${Math.ceil(patience / 1000).toLocaleString('en')} seconds, so Nutgraf gave it up. ${otherwise}`,
  );

/** What is thrown for a file whose reading was stopped. */
export const stopped = (name: string): GivenUp =>
  new GivenUp('import_stopped', `The reading of “${name}” stopped before its end. ${otherwise}`);

function broken(name: string, thrown: unknown): GivenUp {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new GivenUp(
      'import_too_much',
      `“${name}” takes more memory to read than Nutgraf gives to one file, so it was given up. ${otherwise}`,
    );
  }
  const { message } = stopped(name);
  return new GivenUp('import_stopped', message, thrown instanceof Error ? thrown.message : String(thrown));
}
