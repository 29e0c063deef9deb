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

/** The same of the text of a body's JSON. Throws NutgrafError `bad_document` also for what is no JSON. */
export function readDocument(text: string): Node {
  return parseDocument(jsonOf(text));
}

function jsonOf(text: string): DocumentJson {
  try {
    return JSON.parse(text) as DocumentJson;
  } catch (reason) {
    throw badDocument(String(reason));
  }
}

/** The body as it is stored and sent between processes. */
export function documentJsonOf(doc: Node): DocumentJson {
  return doc.toJSON() as DocumentJson;
}

/** A node never changes, so the text of its JSON stays true. */
const written = new WeakMap<Node, string>();

/**
 * The text of `documentJsonOf`. Each block's is kept, so that to write a story again after a key press writes the one
 * block that it changed.
 */
export function documentTextOf(node: Node): string {
  const known = written.get(node);
  if (known !== undefined) return known;
  const text = node.isTextblock || node.isLeaf ? JSON.stringify(node.toJSON()) : aroundBlocks(node);
  written.set(node, text);
  return text;
}

/** The blocks come last in what a node without marks says of itself. */
function aroundBlocks(node: Node): string {
  if (node.marks.length > 0 || node.childCount === 0) return JSON.stringify(node.toJSON());
  const shell = JSON.stringify(node.copy().toJSON());
  return `${shell.slice(0, -1)},"content":[${node.children.map(documentTextOf).join(',')}]}`;
}
