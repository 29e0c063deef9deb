import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id } from '#shared/domain/id';
import type { ImportReport, ImportSummary } from '#shared/domain/importReport';
import { say } from '#shared/language/say';
import { createPrepared } from '../store/articles/articles';
import { addAsset } from '../store/articles/assets';
import type { Store } from '../store/store';
import { saveReport } from '../store/articles/importReports';
import { keepRevision } from '../store/articles/revisions';
import { listSections } from '../store/articles/sectionRecord';
import { ensureSection } from '../store/articles/sections';
import { write } from '../store/sql/write';
import { type ImportReader, type ImportSource, stopped } from './importReader';
import type { ReadArticle } from './readArticle';

/** What an import works with. */
export interface ImportContext {
  readonly store: Store;
  readonly reader: Pick<ImportReader, 'read'>;
  /** Gives up the file at once; then nothing of an article is in the store. */
  readonly signal?: AbortSignal;
  /** Runs in the transaction that creates the article. */
  readonly onKept?: (imported: Imported) => void;
}

export interface Imported {
  readonly report: ImportReport;
  readonly summary: ImportSummary;
  /** Its section is new to the store. */
  readonly hasNewSection: boolean;
}

/**
 * Makes one article of one file, with a report of everything that is not in its story; when it returns, both are in
 * the store, or neither. Reading happens elsewhere, and each image is written in a turn of its own, so that nothing
 * else waits for it. Throws the NutgrafErrors of the reader and of the store.
 */
export async function importFile(context: ImportContext, file: ImportSource): Promise<Imported> {
  const { store, reader, signal, onKept } = context;
  const sections = listSections(store).map((section) => section.name);
  const read = await reader.read(file, { sections }, signal);
  for (const picture of read.pictures) {
    if (signal?.aborted) throw stopped(file.name);
    addAsset(store, picture);
    await nextTurn();
  }
  if (signal?.aborted) throw stopped(file.name);
  return write(store, () => {
    const imported = keepArticle(store, read);
    onKept?.(imported);
    return imported;
  });
}

function keepArticle(store: Store, read: ReadArticle): Imported {
  const { content, figures, sha256, ...about } = read;
  const section = keepSection(store, read.section);
  const id = createPrepared(store, { ...content, fields: { ...content.fields, sectionId: section.id } });
  const { headline, wordCount: words } = keepRevision(store, id, 'import');
  const report = reportOf(store, id, about, section.notices);
  saveReport(store, { ...report, sha256 });
  const { hashtags = [] } = content.fields;
  return {
    report,
    hasNewSection: section.created,
    summary: {
      id,
      headline,
      section: section.name,
      hashtags: [...hashtags],
      ...figures,
      words,
      leftOut: report.leftOut.length,
    },
  };
}

interface KeptSection {
  readonly id: Id | null;
  readonly name: string | null;
  readonly created: boolean;
  readonly notices: readonly string[];
}

function keepSection(store: Store, wanted: string | null): KeptSection {
  if (wanted === null) return { id: null, name: null, created: false, notices: [] };
  const { section, created } = ensureSection(store, wanted);
  const { id, name } = section;
  return { id, name, created, notices: created ? [say('Section “{name}” is new.', { name })] : [] };
}

function reportOf(
  store: Store,
  articleId: Id,
  { source, encoding, format, notices, leftOut }: Omit<ReadArticle, 'content' | 'figures' | 'sha256'>,
  ofSection: readonly string[],
): ImportReport {
  return {
    articleId,
    source,
    importedAt: store.now(),
    encoding,
    format,
    notices: [...notices, ...ofSection],
    leftOut: leftOut.map((piece) => ({ ...piece, id: store.newId(), takenBack: false })),
  };
}
