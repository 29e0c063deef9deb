import { Fragment, Node } from '@tiptap/pm/model';
import type { DocumentJson, NodeJson } from '../domain/documentJson';
import { NutgrafError } from '../domain/failure';
import { joinBlocks, splitBlocks } from './bodyText';
import { changedPart } from './changedBlocks';
import { schema } from './schema';
import { say } from '../language/say';

/**
 * The document of a stored or received body. Throws NutgrafError `bad_document` when it does not fit the schema, or
 * holds an address, a slot key or an asset that is not allowed.
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
      say(
        'Nutgraf cannot read this text. Nothing was changed. Restore an earlier version from the article’s history.',
      ),
      reason instanceof Error ? reason.message : String(reason),
    );
  }
}

/** The blocks of the body read last, and their texts: a save's are the same except for the one typed in. */
let last: { readonly texts: readonly string[]; readonly blocks: readonly Node[] } = { texts: [], blocks: [] };

/**
 * The document of a body's JSON text: parsed and checked block by block, without those at its two ends that
 * the body read last began or ended with. Throws
 * NutgrafError `bad_document` as {@link parseDocument} does, and for anything that is not JSON.
 */
export function readDocument(text: string): Node {
  const texts = splitBlocks(text);
  return orBadDocument(() => {
    if (texts === null) return parseDocument(JSON.parse(text) as DocumentJson);
    const { start, before, after } = changedPart(last.texts, texts);
    const blocks = last.blocks.toSpliced(start, before.length, ...after.map(readBlock));
    last = { texts, blocks };
    const content = Fragment.from(blocks);
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

/** A node never changes, so its JSON text can be cached. */
const written = new WeakMap<Node, string>();

/**
 * The text of `documentJsonOf`. Each block's text is cached, so that writing a story again after a key press writes
 * only the block that changed.
 */
export function documentTextOf(doc: Node): string {
  return joinBlocks(doc.children.map(blockTextOf));
}

/** The part of it that one block is. */
export function blockTextOf(node: Node): string {
  const known = written.get(node);
  if (known !== undefined) return known;
  const text = node.isTextblock || node.isLeaf ? JSON.stringify(node.toJSON()) : aroundBlocks(node);
  written.set(node, text);
  return text;
}

/** In the JSON of a node without marks, the blocks come last. */
function aroundBlocks(node: Node): string {
  if (node.marks.length > 0 || node.childCount === 0) return JSON.stringify(node.toJSON());
  const shell = JSON.stringify(node.copy().toJSON());
  return `${shell.slice(0, -1)},"content":[${node.children.map(blockTextOf).join(',')}]}`;
}
