import { z } from 'zod';

/** One node as ProseMirror writes it (`Node.toJSON`). */
export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

/** A whole story. Its shape is checked by `shared/document` (`parseDocument`), which owns the schema. */
export interface DocumentJson extends NodeJson {
  readonly type: 'doc';
  readonly content: readonly NodeJson[];
}

/** The version of the document schema that new bodies are written in; the store keeps it beside each body. */
export const DOCUMENT_VERSION = 1;

/** A cheap gate at the edges of a process: an object of type `doc` with a list of content. */
export const documentJson = z.custom<DocumentJson>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  return 'type' in value && value.type === 'doc' && 'content' in value && Array.isArray(value.content);
}, 'not a document');

/**
 * A story as the text of its JSON: how a window sends one. In one piece it is copied on the way as bytes are, not node by
 * node. What it says is checked by whoever reads it (`readDocument`).
 */
export const documentText = z.string();

/** The empty story: one empty paragraph to write in. */
export const EMPTY_DOCUMENT: DocumentJson = { type: 'doc', content: [{ type: 'paragraph' }] };
