import { Fragment, Node } from '@tiptap/pm/model';
import type { DocumentJson, NodeJson } from '../domain/documentJson';
import { NutgrafError } from '../domain/failure';
import { joinBlocks, splitBlocks } from './bodyText';
import { schema } from './schema';

/**
 * The document that a stored or received body says. Throws NutgrafError `bad_document` when it does not fit the
 * schema, or holds an address, a slot key or an asset that may not be there.
 */
export function parseDocument(json: DocumentJson): Node {
  return orBadDocument(() => {
    const doc = Node.fromJSON(schema, json);
    doc.check();
    if (doc.type !== schema.topNodeType) throw new RangeError(`a story cannot be a ${json.type}`);
    return doc;
  });
}

function orBadDocument(read: () => Node): Node {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof NutgrafError) throw reason;
    throw new NutgrafError(
      'bad_document',
      'This text is not a story that Nutgraf can read; nothing was changed. Restore an earlier version of it from its history.',
      reason instanceof Error ? reason.message : String(reason),
    );
  }
}

/** The blocks of the body that was read last, by their texts: a save's are the same but for the one that was typed in. */
let lastBlocks: ReadonlyMap<string, Node> = new Map();

/**
 * The document that the text of a body's JSON says: read, and checked, block by block, the known ones but once. Throws
 * NutgrafError `bad_document` as {@link parseDocument} does, and for what is no JSON.
 */
export function readDocument(text: string): Node {
  const texts = splitBlocks(text);
  return orBadDocument(() => {
    if (texts === null) return parseDocument(JSON.parse(text) as DocumentJson);
    const blocks = new Map<string, Node>();
    for (const one of texts) if (!blocks.has(one)) blocks.set(one, lastBlocks.get(one) ?? readBlock(one));
    lastBlocks = blocks;
    const content = Fragment.from(texts.flatMap((one) => blocks.get(one) ?? []));
    return schema.topNodeType.createChecked(null, content);
  });
}

function readBlock(text: string): Node {
  const block = Node.fromJSON(schema, JSON.parse(text) as NodeJson);
  block.check();
  return block;
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
export function documentTextOf(doc: Node): string {
  return joinBlocks(doc.children.map(textOf));
}

function textOf(node: Node): string {
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
  return `${shell.slice(0, -1)},"content":[${node.children.map(textOf).join(',')}]}`;
}
