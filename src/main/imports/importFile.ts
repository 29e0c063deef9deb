import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { Article } from '#shared/domain/article';
import { DeskError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportReport, ImportSummary } from '#shared/domain/importReport';
import { withBlockIds } from '#shared/document/blockId';
import { documentJsonOf } from '#shared/document/document';
import { createArticle, getArticle } from '../store/articles';
import { addAsset } from '../store/assets';
import type { Store } from '../store/database';
import { saveReport } from '../store/importReports';
import { keepRevision } from '../store/revisions';
import { ensureSection, listSections } from '../store/sections';
import { write } from '../store/write';
import { readSource } from './readSource';
import { recognise } from './recognise';
import type { InlineImage, RecognisedArticle } from './recognised';
import type { SourceText } from './sourceText';
import { summarise } from './summary';

export interface Imported {
  readonly article: Article;
  readonly report: ImportReport;
  readonly summary: ImportSummary;
}

/**
 * Makes one article of one file, with a report of all that is not in its story; both are in the store when it
 * returns, or neither. Throws DeskError `empty_file`, `file_too_large`, `binary_file`, and those of the store.
 */
export function importFile(
  store: Store,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Imported {
  return importSource(store, readSource(bytes, name));
}

function importSource(store: Store, source: SourceText): Imported {
  const sections = listSections(store).map((section) => section.name);
  const recognised = recognise(source, { sections });
  return write(store, () => {
    const section = keepSection(store, recognised.section);
    const pictures = keepPictures(store, source.name, recognised.images);
    const body = withBlockIds(withPictures(recognised.body, pictures.kept));
    const { id } = createArticle(store, {
      ...recognised.fields,
      sectionId: section.id,
      body: documentJsonOf(body),
    });
    keepRevision(store, id, 'import');
    const notices = [...recognised.notices, ...section.notices, ...pictures.notices];
    const report = reportOf(store, id, source, recognised, body, notices);
    saveReport(store, report);
    const article = getArticle(store, id);
    return { article, report, summary: summarise(article, report, listSections(store)) };
  });
}

function keepSection(
  store: Store,
  name: string | null,
): { readonly id: Id | null; readonly notices: readonly string[] } {
  if (name === null) return { id: null, notices: [] };
  const { section, created } = ensureSection(store, name);
  return { id: section.id, notices: created ? [`Section “${section.name}” is new.`] : [] };
}

interface KeptPictures {
  /** The asset of each address that stood for a picture inside the page; null for one that could not be kept. */
  readonly kept: ReadonlyMap<string, string | null>;
  readonly notices: readonly string[];
}

function keepPictures(store: Store, source: string, images: readonly InlineImage[]): KeptPictures {
  const kept = new Map<string, string | null>();
  const notices: string[] = [];
  for (const [index, { src, bytes }] of images.entries()) {
    const name = `${source.slice(0, 200)} ${index + 1}`;
    try {
      kept.set(src, addAsset(store, { name, bytes }).hash);
    } catch (thrown) {
      if (!(thrown instanceof DeskError) || !/^bad_image$|^image_too_large$/.test(thrown.code)) throw thrown;
      kept.set(src, null);
      notices.push(`A picture was left out: ${thrown.message}`);
    }
  }
  return { kept, notices };
}

/** The document with its pictures by their assets; a figure whose picture could not be kept stays with its words. */
function withPictures(node: Node, kept: KeptPictures['kept']): Node {
  if (kept.size === 0 || node.isText) return node;
  const src: unknown = node.attrs['src'];
  const asset = typeof src === 'string' ? kept.get(src) : undefined;
  const attrs = asset === undefined ? node.attrs : { ...node.attrs, src: null, asset };
  const content = Fragment.fromArray(node.children.map((child) => withPictures(child, kept)));
  return node.type.create(attrs, content, node.marks);
}

function reportOf(
  store: Store,
  articleId: Id,
  source: SourceText,
  { leftOut }: RecognisedArticle,
  body: Node,
  notices: readonly string[],
): ImportReport {
  const blockIds = body.children.map((block): string | null => (block.attrs['id'] as string | null) ?? null);
  return {
    articleId,
    source: source.name.slice(0, 1000),
    importedAt: store.now(),
    encoding: source.encoding,
    format: source.format,
    notices,
    leftOut: leftOut.map(({ text, reason, before }) => ({
      id: store.newId(),
      text,
      reason,
      beforeBlockId: blockIds[before] ?? null,
      takenBack: false,
    })),
  };
}
