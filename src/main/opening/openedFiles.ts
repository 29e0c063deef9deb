import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { Opening } from '#shared/domain/opening';
import type { Jobs } from '../jobs/kinds';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { getImport } from '../store/jobs/importItems';
import { articleOfBytes } from '../store/articles/importReports';
import type { Store } from '../store/store';
import { enumerated, listed, quoted } from '#shared/language/formats';
import { sha256Of } from './bytesOf';
import { rowOf } from './rowOf';

interface Needs {
  readonly store: Store;
  readonly jobs: { readonly import: Pick<Jobs['import'], 'start'> };
  /** Shows what that makes; what it throws is shown as refused. */
  readonly show: (make: () => Opening) => void;
}

/** Opens files: each becomes an article, unless one was made of its very bytes before. */
export interface FileOpener {
  /** Paths, and `file:` addresses. */
  readonly open: (words: readonly string[]) => Promise<void>;
  /** Imports a file that an opening named. Throws NutgrafError `source_gone` for one that is not known any more. */
  readonly importAgain: (id: Id) => ImportJob;
}

export function createFileOpener({ store, jobs, show }: Needs): FileOpener {
  /** The files that a window may ask to import again: it names them, and learns no path. */
  const again = new Map<Id, string>();
  const importOf = (paths: readonly string[]): ImportJob =>
    jobs.import.start({ sources: paths.map((path) => ({ name: basename(path), path })) });

  const openKnown = (path: string, article: Id): Opening => {
    const id = store.newId();
    again.set(id, path);
    return { kind: 'known', article: rowOf(store, article), file: basename(path), again: id };
  };
  const { underWay, begin } = importsUnderWay(store);
  const openAll = async (paths: readonly string[]): Promise<void> => {
    const fresh = new Map<string, string>();
    const waitedFor = new Map<Id, ImportJob>();
    for (const path of paths) {
      const sha256 = await sha256Of(path);
      const file = sha256 ?? path;
      const known = sha256 === null ? null : articleOfBytes(store, sha256);
      const job = underWay(file);
      if (known !== null) show(() => openKnown(path, known));
      else if (job) waitedFor.set(job.id, job);
      else if (!fresh.has(file)) fresh.set(file, path);
    }
    for (const job of waitedFor.values()) show(() => ({ kind: 'import', job }));
    if (fresh.size === 0) return;
    show(() => {
      const job = importOf([...fresh.values()]);
      begin(job, fresh.keys());
      return { kind: 'import', job };
    });
  };
  const open = async (words: readonly string[]): Promise<void> => {
    const paths = words.map(pathOf);
    if (paths.includes(null)) show(() => refused(notOnThisComputer()));
    const { there, missing } = await looked(paths.filter((path) => path !== null));
    if (missing.length > 0) show(() => refused(missingFiles(missing)));
    await openAll(there);
  };
  return {
    // Whoever opens a file twice in a hurry would else find it unknown twice.
    open: inTurn(open),
    importAgain: (id) => {
      const path = again.get(id);
      if (path !== undefined) return importOf([path]);
      throw new NutgrafError(
        'source_gone',
        say('Nutgraf no longer knows where this file is. Open it again.'),
      );
    },
  };
}

/** Does one after another what is asked. */
function inTurn<Asked>(work: (asked: Asked) => Promise<void>): (asked: Asked) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async (asked) => {
    const done = last.then(async () => work(asked));
    last = done.catch(() => undefined);
    return done;
  };
}

/** The imports that were begun here and are not over, by what identifies each of their files. */
function importsUnderWay(store: Store) {
  const begun = new Map<string, Id>();
  return {
    begin: ({ id }: ImportJob, files: Iterable<string>): void => {
      for (const file of files) begun.set(file, id);
    },
    underWay: (file: string): ImportJob | null => {
      const id = begun.get(file);
      const job = id === undefined ? null : getImport(store, id);
      if (job && isUnderWay(job)) return job;
      begun.delete(file);
      return null;
    },
  };
}

function refused(failure: NutgrafError): never {
  throw failure;
}

/** The path that a `file:` address names, or the word itself; null for a file that is on no disk of this computer. */
function pathOf(word: string): string | null {
  if (!/^file:/i.test(word)) return word;
  // Asking for a file of another computer would tell it who asks.
  if (!/^file:(?:\/\/(?:localhost)?)?\/(?!\/)/i.test(word)) return null;
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}

const notOnThisComputer = (): NutgrafError =>
  new NutgrafError(
    'file_elsewhere',
    say('This file is not on this computer, so it was not opened. Save it here first, then open it.'),
  );

/** Which of these are there, whatever they are: an import says of each what it is. Each disk is asked without waiting here. */
async function looked(paths: readonly string[]) {
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        (thrown: NodeJS.ErrnoException) => thrown.code !== 'ENOENT' && thrown.code !== 'ENOTDIR',
      ),
    ),
  );
  return {
    there: paths.filter((_, index) => found[index]),
    missing: paths.filter((_, index) => !found[index]),
  };
}

/** How many missing files are named. */
const NAMED = 5;

function missingFiles(paths: readonly string[]): NutgrafError {
  const names = paths.slice(0, NAMED).map((path) => quoted(basename(path)));
  const more = paths.length - names.length;
  return new NutgrafError(
    'file_missing',
    more === 0
      ? say(
          '{names} could not be opened: there is no such file. It may have been moved or renamed. Nothing was imported from it.',
          { names: listed(names) },
        )
      : say(
          '{names} and {more, number} more could not be opened: there is no such file. It may have been moved or renamed. Nothing was imported from it.',
          { names: enumerated(names), more },
        ),
    paths.slice(0, NAMED).join('\n'),
  );
}
