import { createHash } from 'node:crypto';
import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { STORY_LIMITS, excessOf } from '#shared/contract/requestSize';
import { NutgrafError } from '#shared/domain/failure';
import type { ImportReport, ImportSummary, LeftOutPiece } from '#shared/domain/importReport';
import { withBlockIds } from '#shared/document/blockId';
import { documentTextOf } from '#shared/document/document';
import { adSlotsOf, crossheadsOf } from '#shared/document/outline';
import { say } from '#shared/language/say';
import { type PreparedChange, prepareChange } from '../store/articles/articleChange';
import { pictureFacts } from '../store/articles/assets';
import { readSource } from './readSource';
import { recognise, unreadable } from './recognise';
import type { InlineImage, Knowledge, LeftOut, RecognisedArticle } from './recognised';

/** A file to import: its name, without a path, and its bytes. */
export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Everything an import keeps of a file, ready for the store: plain data, which crosses from a worker. */
export interface ReadArticle extends Pick<ImportReport, 'source' | 'encoding' | 'format' | 'notices'> {
  /** Its body has an id on each block and names its images by their hashes; the section is separate. */
  readonly content: PreparedChange;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  /** The section's name; the store may not have such a section yet. */
  readonly section: string | null;
  /** Each once. */
  readonly pictures: readonly ImportedFile[];
  readonly leftOut: readonly Pick<LeftOutPiece, 'text' | 'reason' | 'beforeBlockId'>[];
  readonly figures: Pick<ImportSummary, 'adSlots' | 'crossheads'>;
}

/** The maximum number of images in one file: more are an album, and each is a separate file on disk. */
const MOST_PICTURES = 500;

/** The maximum number of pieces in a report; beyond it, adjacent pieces with the same reason are joined. */
const MOST_PIECES = 1000;

/** What a save adds to a story's body: its fields, and the call around them. */
const AROUND_BODY = { depth: 5, values: 1000, letters: 100_000 };

const BODY_LIMITS = {
  depth: STORY_LIMITS.depth - AROUND_BODY.depth,
  values: STORY_LIMITS.values - AROUND_BODY.values,
  letters: STORY_LIMITS.letters - AROUND_BODY.letters,
  bytes: 0,
  json: 'body',
};

/**
 * Reads a file; pure, and as slow as the file is hard to read. Throws NutgrafError `empty_file`, `file_too_large`,
 * `binary_file`, `other_format`, `too_deep`, and `unreadable_source` for a file on which a reader failed.
 */
export function readArticle({ name, bytes }: ImportedFile, knowledge: Knowledge): ReadArticle {
  try {
    const source = readSource(bytes, name);
    const recognised = recognise(source, knowledge);
    const pictures = takePictures(name, recognised.images);
    const body = withBlockIds(withPictures(recognised.body, pictures.kept));
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      source: name.slice(0, 1000),
      encoding: source.encoding,
      format: source.format,
      notices: [...recognised.notices, ...pictures.notices],
      content: prepareChange({ ...recognised.fields, body: savable(body) }),
      section: recognised.section,
      pictures: pictures.files,
      leftOut: fewer(placed(recognised, body)),
      figures: { adSlots: adSlotsOf(body).length, crossheads: crossheadsOf(body).length },
    };
  } catch (thrown) {
    throw thrown instanceof NutgrafError ? thrown : unreadable(name, thrown);
  }
}

/** The body as a save sends it. Throws NutgrafError `file_too_large` for one that the editor could never save. */
function savable(body: Node): string {
  const text = documentTextOf(body);
  if (excessOf({ body: text }, BODY_LIMITS) === null) return text;
  throw new NutgrafError(
    'file_too_large',
    say(
      'This text has {count, number} paragraphs and other blocks, more than one article can have. Split it and try again.',
      { count: body.childCount },
    ),
  );
}

interface TakenPictures {
  /** The asset for each address that stood for an image inside the page; null for one that cannot be kept. */
  readonly kept: ReadonlyMap<string, string | null>;
  readonly files: readonly ImportedFile[];
  readonly notices: readonly string[];
}

function takePictures(source: string, images: readonly InlineImage[]): TakenPictures {
  if (images.length > MOST_PICTURES) {
    throw new NutgrafError(
      'file_too_large',
      say(
        'This page has {count, number} images inside, more than one article can take at once ({most, number}). Split it and try again.',
        { count: images.length, most: MOST_PICTURES },
      ),
    );
  }
  const kept = new Map<string, string | null>();
  const files = new Map<string, ImportedFile>();
  const notices: string[] = [];
  for (const [index, { src, bytes }] of images.entries()) {
    const name = `${source.slice(0, 200)} ${index + 1}`;
    try {
      const { hash } = pictureFacts(name, bytes);
      kept.set(src, hash);
      if (!files.has(hash)) files.set(hash, { name, bytes });
    } catch (thrown) {
      if (!(thrown instanceof NutgrafError)) throw thrown;
      kept.set(src, null);
      notices.push(say('An image was left out: {why}', { why: thrown.message }));
    }
  }
  return { kept, files: [...files.values()], notices };
}

/** The document with its images as assets; a figure whose image could not be kept stays with its words. */
function withPictures(node: Node, kept: TakenPictures['kept']): Node {
  if (kept.size === 0 || node.isText) return node;
  const src: unknown = node.attrs['src'];
  const asset = typeof src === 'string' ? kept.get(src) : undefined;
  const attrs = asset === undefined ? node.attrs : { ...node.attrs, src: null, asset };
  const content = Fragment.fromArray(node.children.map((child) => withPictures(child, kept)));
  return node.type.create(attrs, content, node.marks);
}

type PlacedPiece = ReadArticle['leftOut'][number];

function placed({ leftOut }: RecognisedArticle, body: Node): readonly PlacedPiece[] {
  const ids = body.children.map((block): string | null => (block.attrs['id'] as string | null) ?? null);
  return leftOut.map(({ text, reason, before }: LeftOut) => ({
    text,
    reason,
    beforeBlockId: ids[before] ?? null,
  }));
}

/** No more pieces than a report may list, with every word of all of them. */
function fewer(pieces: readonly PlacedPiece[]): readonly PlacedPiece[] {
  if (pieces.length <= MOST_PIECES) return pieces;
  const reasons = [...new Set(pieces.map(({ reason }) => reason))];
  const size = Math.ceil(pieces.length / (MOST_PIECES - reasons.length));
  return reasons.flatMap((reason) => {
    const same = pieces.filter((piece) => piece.reason === reason);
    return Array.from({ length: Math.ceil(same.length / size) }, (_, index) => {
      const together = same.slice(index * size, (index + 1) * size);
      const text = together.map((piece) => piece.text).join('\n');
      return { text, reason, beforeBlockId: together[0]?.beforeBlockId ?? null };
    });
  });
}
