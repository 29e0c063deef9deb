import { Node } from '@tiptap/pm/model';
import type { DocumentJson } from '../domain/documentJson';
import { NutgrafError } from '../domain/failure';
import { schema } from './schema';

/**
 * The document that a stored or received body says. Throws NutgrafError `bad_document` when it does not fit the
 * schema, or holds an address, a slot key or an asset that may not be there.
 */
export function parseDocument(json: DocumentJson): Node {
  try {
    const doc = Node.fromJSON(schema, json);
    doc.check();
    if (doc.type === schema.topNodeType) return doc;
  } catch (reason) {
    throw badDocument(reason instanceof Error ? reason.message : String(reason));
  }
  throw badDocument(`a story cannot be a ${json.type}`);
}

function badDocument(detail: string): NutgrafError {
  return new NutgrafError(
    'bad_document',
    'This text is not a story that Nutgraf can read; nothing was changed. Restore an earlier version of it from its history.',
    detail,
  );
}

/** The body as it is stored and sent between processes. */
export function documentJsonOf(doc: Node): DocumentJson {
  return doc.toJSON() as DocumentJson;
}
