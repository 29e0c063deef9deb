import type { SavePatch, SentPatch } from '#shared/domain/article';
import { withBlocks } from '#shared/document/bodyText';
import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { type ArticleRecord, readRecord } from './articleRecord';
import { savedVersion } from './lastSaved';
import type { Reader } from '../store';

/** A save as a window sends it. */
interface SentSave {
  readonly id: Id;
  readonly baseVersion: number;
  readonly patch: SavePatch;
}

/** Another process may have saved since: the save itself finds that. */
function base(
  reader: Reader,
  id: Id,
  version: number,
): Pick<ArticleRecord, 'version' | 'contentHash' | 'body'> {
  const saved = savedVersion(reader.db, id, version);
  return saved === null ? readRecord(reader, id) : saved;
}

/**
 * The patch with the whole body, for one that says what changes in it. Throws NutgrafError `base_unknown` when the
 * store does not hold exactly what it changes, `article_not_found`.
 */
export function wholePatch(reader: Reader, { id, baseVersion, patch }: SentSave): SentPatch {
  const { body: change, ...fields } = patch;
  if (typeof change !== 'object') return patch as SentPatch;
  const { version, contentHash, body: text } = base(reader, id, baseVersion);
  const isBase = version === baseVersion && contentHash === change.of;
  const body = isBase ? withBlocks(text, change.at, change.cut, change.put) : null;
  if (body !== null) return { ...fields, body };
  throw new NutgrafError(
    'base_unknown',
    say('This change is of another text than the saved one. Send it whole.'),
  );
}
