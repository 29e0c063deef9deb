import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyJob } from '#shared/domain/anyJob';
import { isAppAddress, readAppAddress } from '#shared/domain/appAddress';
import { type Failure, NutgrafError, toFailure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { Opening } from '#shared/domain/opening';
import type { Jobs } from '../jobs/kinds';
import { articleRowsOf } from '../store/articles/articleList';
import type { Store } from '../store/store';
import type { AppWindows } from '../windows/appWindows';
import type { OpenWords } from './openRequests';

/** Opens in a window what the system, a link or a menu asks for. */
export interface Opener {
  /** Paths of files, which are imported, and addresses. */
  readonly open: (words: OpenWords) => void;
  readonly openArticle: (id: Id) => void;
  /** Also shows how the article stands with its sites. */
  readonly openSites: (id: Id) => void;
  /** Shows how a job went. */
  readonly openJob: (job: AnyJob) => void;
  /** What a window is to show; given once. */
  readonly take: () => readonly Opening[];
}

interface Needs {
  readonly store: Store;
  readonly jobs: { readonly import: Pick<Jobs['import'], 'start'> };
  readonly windows: Pick<AppWindows, 'toFront' | 'current' | 'publishTo'>;
  /** Hears of a failure that a window is told, and returns the failure to show. */
  readonly failed: (failure: Failure) => Failure;
}

export function createOpener({ store, jobs, windows, failed }: Needs): Opener {
  let waiting: readonly Opening[] = [];

  /** A window that is only beginning asks by itself; one that is there is told to. */
  const show = (...openings: readonly Opening[]): void => {
    waiting = [...waiting, ...openings];
    windows.toFront();
    const current = windows.current();
    if (current !== null) windows.publishTo(current)('openings.waiting', null);
  };
  const refuse = (thrown: unknown): Opening => ({ kind: 'refused', failure: failed(toFailure(thrown)) });
  const attempt = (work: () => Opening): Opening => {
    try {
      return work();
    } catch (thrown) {
      return refuse(thrown);
    }
  };

  const openFiles = async (paths: readonly string[]): Promise<void> => {
    const { there, missing } = await looked(paths);
    if (missing.length > 0) show(refuse(missingFiles(missing)));
    const sources = there.map((path) => ({ name: basename(path), path }));
    if (sources.length > 0) show(attempt(() => ({ kind: 'import', job: jobs.import.start({ sources }) })));
  };

  return {
    open: (words) => {
      for (const word of words.filter(isAppAddress)) show(attempt(() => openingOf(store, word)));
      const files = words.filter((word) => !isAppAddress(word)).map(pathOf);
      void openFiles(files.filter((path) => path !== null));
      if (files.includes(null)) show(refuse(notOnThisComputer));
    },
    openArticle: (id) => show(attempt(() => ({ kind: 'article', article: rowOf(store, id) }))),
    openSites: (id) => show(attempt(() => ({ kind: 'sites', article: rowOf(store, id) }))),
    openJob: (job) => show({ kind: 'job', job }),
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** Throws NutgrafError `bad_address`, `article_not_here`. */
function openingOf(store: Store, word: string): Opening {
  const address = readAppAddress(word);
  if (address === null)
    throw new NutgrafError(
      'bad_address',
      'This link asks for nothing that Nutgraf knows, so it was not followed. Nothing was changed.',
      word.slice(0, 200),
    );
  return address.kind === 'open' ? { kind: 'article', article: rowOf(store, address.id) } : address;
}

function rowOf(store: Store, id: Id) {
  const [row] = articleRowsOf(store, [id]);
  if (row) return row;
  throw new NutgrafError(
    'article_not_here',
    'The article that this link leads to is not on this computer. It may have been written on another one. Nothing was changed.',
    id,
  );
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

const notOnThisComputer = new NutgrafError(
  'file_elsewhere',
  'This file is not on this computer, so it was not opened. Save it here first, then open it.',
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
  const names = paths.slice(0, NAMED).map((path) => `“${basename(path)}”`);
  const more = paths.length - names.length;
  const all = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return new NutgrafError(
    'file_missing',
    `${all} could not be opened: there is no such file. It may have been moved or renamed. Nothing was imported from it.`,
    paths.slice(0, NAMED).join('\n'),
  );
}
