import { createHash } from 'node:crypto';
import type { Article } from '#shared/domain/article';
import { articleDirection } from '#shared/domain/direction';
import type { Id } from '#shared/domain/id';
import { withoutIds } from '#shared/document/blockId';
import { documentJsonOf, parseDocument } from '#shared/document/document';
import { linksAsText, withoutLinks } from '#shared/document/homelessLinks';
import { toPlainText } from '#shared/document/toPlainText';
import { readAsset } from '../../store/articles/assetFiles';
import { getAsset } from '../../store/articles/assets';
import type { Reader } from '../../store/store';
import { importedHomelessLinks } from '../../store/articles/importedLinks';
import { listSections } from '../../store/articles/sectionRecord';
import type { OutgoingPost } from '../adapter';

/** An article as it would go to a site now, and the fingerprint by which an unchanged one is recognised. */
export interface Outgoing {
  readonly post: OutgoingPost & { readonly section: readonly string[] | null };
  readonly fingerprint: string;
  /** What is left out of the article, in whole sentences. */
  readonly notes: readonly string[];
  readonly version: number;
}

/** Reads what an article sends: only what a CMS takes, so that a change of its status is no change there. */
export function outgoing(reader: Reader, article: Article): Outgoing {
  const { headline, standfirst, hashtags } = article;
  const { doc, taken } = withoutLinks(parseDocument(article.body), importedHomelessLinks(reader, article.id));
  const body = taken.length === 0 ? article.body : documentJsonOf(doc);
  const direction = articleDirection(article, toPlainText(doc));
  const set = article.direction === 'auto' ? {} : { direction };
  const section = sectionPath(reader, article.sectionId);
  const slug = article.slug === '' ? null : article.slug;
  const fields = { headline, standfirst, slug, section, hashtags };
  return {
    post: { ...fields, direction, body: doc, image: (hash) => outgoingImage(reader, hash) },
    fingerprint: fingerprintOf({ ...fields, ...set, body: withoutIds(body, doc.type.schema) }),
    notes: taken.length === 0 ? [] : [linksAsText(taken)],
    version: article.version,
  };
}

/** SHA-256 of plain data with its keys in a fixed order. */
export function fingerprintOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

function outgoingImage(reader: Reader, hash: string): ReturnType<OutgoingPost['image']> {
  const asset = getAsset(reader, hash);
  if (asset === null) return null;
  const read = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
    try {
      return new Uint8Array(readAsset(reader.folder, asset));
    } catch {
      return null;
    }
  };
  return { asset, read };
}

function sectionPath(reader: Reader, sectionId: Id | null): readonly string[] | null {
  const sections = new Map(listSections(reader).map((section) => [section.id, section]));
  const path: string[] = [];
  for (let at = sectionId; at !== null && path.length < sections.size;) {
    const section = sections.get(at);
    if (!section) break;
    path.unshift(section.name);
    at = section.parentId;
  }
  return path.length === 0 ? null : path;
}
