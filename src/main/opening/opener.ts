import type { AnyJob } from '#shared/domain/anyJob';
import { isAppAddress, readAppAddress } from '#shared/domain/appAddress';
import { type Failure, NutgrafError, toFailure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { Opening } from '#shared/domain/opening';
import { say } from '#shared/language/say';
import type { Jobs } from '../jobs/kinds';
import type { Reader, Store } from '../store/store';
import type { AppWindows } from '../windows/appWindows';
import { type FileOpener, createFileOpener } from './openedFiles';
import type { OpenWords } from '../windows/openRequests';
import { rowOf } from './rowOf';

/** Opens in a window what the system, a link or a menu asks for. */
export interface Opener extends Pick<FileOpener, 'importAgain'> {
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

  const made = (make: () => Opening): Opening => {
    try {
      return make();
    } catch (thrown) {
      return { kind: 'refused', failure: failed(toFailure(thrown)) };
    }
  };
  /** A window that is only beginning asks by itself; one that is there is told to. */
  const show = (make: () => Opening): void => {
    waiting = [...waiting, made(make)];
    windows.toFront();
    const current = windows.current();
    if (current !== null) windows.publishTo(current)('openings.waiting', null);
  };
  const files = createFileOpener({ store, jobs, show });
  const openFiles = async (words: OpenWords): Promise<void> => {
    try {
      await files.open(words);
    } catch (thrown) {
      show(() => ({ kind: 'refused', failure: failed(toFailure(thrown)) }));
    }
  };

  return {
    open: (words) => {
      for (const word of words.filter(isAppAddress)) show(() => openingOf(store, word));
      void openFiles(words.filter((word) => !isAppAddress(word)));
    },
    importAgain: files.importAgain,
    openArticle: (id) => show(() => ({ kind: 'article', article: rowOf(store, id) })),
    openSites: (id) => show(() => ({ kind: 'sites', article: rowOf(store, id) })),
    openJob: (job) => show(() => ({ kind: 'job', job })),
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** Throws NutgrafError `bad_address`, `article_not_here`. */
function openingOf(reader: Reader, word: string): Opening {
  const address = readAppAddress(word);
  if (address === null)
    throw new NutgrafError(
      'bad_address',
      say('This link asks for nothing that Nutgraf knows, so it was not followed. Nothing was changed.'),
      word.slice(0, 200),
    );
  return address.kind === 'open' ? { kind: 'article', article: rowOf(reader, address.id) } : address;
}
