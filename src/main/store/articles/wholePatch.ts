import type { SavePatch, SentPatch } from '#shared/domain/article';
import { withBlocks } from '#shared/document/bodyText';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { type ArticleRecord, readRecord } from './articleRecord';
import type { Db, Reader } from '../store';

/** A save as a window sends it. */
interface SentSave {
  readonly id: Id;
  readonly baseVersion: number;
  readonly patch: SavePatch;
}

/** An article's text at one version, and the hash by which a window names it. */
type SavedText = Pick<ArticleRecord, 'id' | 'version' | 'contentHash' | 'body'>;

const lastSaved = new WeakMap<Db, SavedText>();

/** Remembers what was saved: the next save of a story that is being written is a change of it. */
export const rememberSaved = ({ db }: Reader, saved: SavedText): unknown => lastSaved.set(db, saved);

function savedText(reader: Reader, id: Id, baseVersion: number): SavedText {
  const known = lastSaved.get(reader.db);
  // Another process may have saved since: the save itself finds that.
  return known?.id === id && known.version === baseVersion ? known : readRecord(reader, id);
}

/**
 * The patch with the whole body, for one that says what changes in it. Throws NutgrafError `base_unknown` when the
 * store does not hold exactly what it changes, `article_not_found`.
 */
export function wholePatch(reader: Reader, { id, baseVersion, patch }: SentSave): SentPatch {
  const { body: change, ...fields } = patch;
  if (typeof change !== 'object') return patch as SentPatch;
  const { version, contentHash, body: text } = savedText(reader, id, baseVersion);
  const isBase = version === baseVersion && contentHash === change.of;
  const body = isBase ? withBlocks(text, change.at, change.cut, change.put) : null;
  if (body !== null) return { ...fields, body };
  throw new NutgrafError(
    'base_unknown',
    say('This change is of another text than the saved one. Send it whole.'),
  );
}
