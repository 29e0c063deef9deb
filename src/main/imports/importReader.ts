import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import type { ImportedFile, ReadArticle } from './readArticle';
import type { Knowledge } from './recognised';

/** What the worker is asked, one file at a time, and what it answers. */
export interface ReaderQuestion {
  readonly file: ImportedFile;
  readonly knowledge: Knowledge;
}
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly article: ReadArticle }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Reads files to import in a thread of its own: whatever a file holds, nothing else waits for it. */
export interface ImportReader {
  /**
   * One file after the other. Throws what reading throws (see `readArticle`), and NutgrafError `import_too_long`,
   * `import_too_much` and `import_stopped` for a file at which the thread was given up; the next one gets a new thread.
   */
  readonly read: (file: ImportedFile, knowledge: Knowledge) => Promise<ReadArticle>;
  /** Ends the thread; what it was reading is not imported. */
  readonly close: () => Promise<void>;
}

interface ImportReaderOptions {
  /** The built worker, an absolute path. */
  readonly workerPath: string;
  /** How long one file may take, ms. */
  readonly patience?: number;
  /** How much the thread may hold of what it makes of a file, megabytes. */
  readonly memory?: number;
}

/** How long a thread is given for one file, ms: a story of half a million words takes it seconds on a slow computer. */
export const PATIENCE = 60_000;

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
    await ended?.terminate();
  };
  const readNow = async (question: ReaderQuestion): Promise<ReadArticle> => {
    if (isClosed) throw stopped(question.file.name);
    clearTimeout(resting);
    worker ??= start();
    try {
      const answer = await ask(worker, question, patience);
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
    read: (file, knowledge) => {
      const read = line.then(() => readNow({ file, knowledge }));
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

/** Throws {@link GivenUp}. */
async function ask(worker: Worker, question: ReaderQuestion, patience: number): Promise<ReaderAnswer> {
  const { name } = question.file;
  const over = new AbortController();
  const { signal } = over;
  const answered = once(worker, 'message', { signal }).then(([answer]) => answer as ReaderAnswer);
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw stopped(name);
  });
  const late = pause(patience, null, { signal, ref: false }).then(() => {
    throw tooLong(name, patience);
  });
  try {
    worker.postMessage(question, []);
    return await Promise.race([answered, ended, late]);
  } catch (thrown) {
    throw thrown instanceof GivenUp ? thrown : broken(name, thrown);
  } finally {
    over.abort();
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

const stopped = (name: string): GivenUp =>
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
