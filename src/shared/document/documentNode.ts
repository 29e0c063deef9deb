import type { AnyExtension } from '@tiptap/core';
import type { Attrs, Mark, Node, NodeType, Schema } from '@tiptap/pm/model';
import type { MarkdownSerializerState, ParseSpec } from 'prosemirror-markdown';
import type { AssetHash } from '../domain/asset';
import type { CmsKind } from '../domain/cmsKinds';
import type { WordPressNode } from './cms/wordpress';
import type { DomSpec } from './html';

/** What whoever writes a story says of the world around it. */
export interface WritingOptions {
  /**
   * Where a kept picture is for the reader; null where it is not to be had there. Without it `asset:HASH`, which
   * `fromHtml` and `fromMarkdown` read back.
   */
  readonly imageAddress?: (asset: AssetHash) => string | null;
  /** The whole HTML of a slot, for an ad server or a CMS; `id` is empty where the slot has none. */
  readonly adSlot?: (slot: { readonly id: string; readonly slotKey: string }) => string;
}

/** A picture with its words: kept here by hash, or still on the web (`asset` wins where both are given). */
export interface Picture {
  readonly asset: AssetHash | null;
  readonly src: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** What a node says to each kind of CMS. */
interface CmsRows extends Record<CmsKind, object> {
  readonly wordpress: WordPressNode;
}

/**
 * The rows of one node in every table; a new node is one folder that exports this and one line in `nodes/index.ts`.
 * The schema carries them, so that whoever has a node of any kit finds them: {@link rowsOf}.
 */
export interface DocumentNode {
  /** Absent where StarterKit's own serves as it is. */
  readonly extension?: AnyExtension;
  /** The name by which a person is told of it, in a difference: "Crosshead". */
  readonly label: string;
  /**
   * Whether it has an `id`, by which a merge knows it again: `kept` here only, or `travelling` through Markdown and
   * HTML, an attribute of its own. Absent for a node that has none.
   */
  readonly blockId?: 'kept' | 'travelling';
  /** The Markdown of a block. Absent for one that only stands inside a line. */
  readonly toMarkdown?: (
    state: MarkdownSerializerState,
    node: Node,
    parent: Node,
    index: number,
    options: WritingOptions,
  ) => void;
  /** The Markdown of a node inside a line; it begins and ends with ASCII punctuation. */
  readonly toMarkdownInLine?: (attrs: Attrs) => string;
  /** Rows of the Markdown parser, by the name of the token. */
  readonly fromMarkdown?: Readonly<Record<string, ParseSpec>>;
  /** For a node that Markdown says as a comment: the attributes that this one, `<!--` and `-->` included, says; or null. */
  readonly fromComment?: (comment: string) => Attrs | null;
  /** The HTML, where it depends on who asks: mark-up, a spec of it, or null for that of the schema. */
  readonly toHtml?: (attrs: Attrs, options: WritingOptions) => string | DomSpec | null;
  /** The text of a node that has text outside its content. */
  readonly plainText?: (node: Node) => string;
  /** The text whose words count as the story's; without it that of a textblock, and none of any other node. */
  readonly countedText?: (node: Node) => string;
  /** The picture that it shows. */
  readonly picture?: (attrs: Attrs) => Picture;
  /** How each kind of CMS has it. One that is not named takes it as HTML. */
  readonly cms?: Partial<CmsRows>;
  /** Whether Alt and an arrow move it over its neighbour while it is selected; absent for a node that they never move. */
  readonly movesByKey?: (attrs: Attrs) => boolean;
  /** How a difference tells a node whose content says nothing: its parts, of which any may be empty. */
  readonly toldAs?: (attrs: Attrs) => readonly string[];
  /** The attributes in normal form; the same object when they are already. */
  readonly normalise?: (attrs: Attrs) => Attrs;
}

/**
 * How a mark is written in Markdown: as a run of delimiters whose neighbours CommonMark looks at (section
 * 6.2), as a pair of texts around it, or verbatim between backticks. A pair of tags without attributes (`<u>`) is
 * read back as the mark; of any other, `fromMarkdown` says how.
 */
export type MarkSyntax =
  | { readonly kind: 'delimiter'; readonly run: string; readonly inWord?: string }
  | { readonly kind: 'pair'; readonly open: string; readonly close: (attrs: Attrs) => string }
  | { readonly kind: 'verbatim' };

/** The rows of one mark in every table. */
export interface DocumentMark {
  readonly extension?: AnyExtension;
  readonly toMarkdown: MarkSyntax;
  readonly fromMarkdown?: Readonly<Record<string, ParseSpec>>;
  /** The attributes in normal form; null for a mark that must go (its text stays). */
  readonly normalise?: (attrs: Attrs) => Attrs | null;
}

/** A node in a group of this name stands between the blocks of a story, and in none of them. */
export const BETWEEN_BLOCKS = 'betweenBlocks';

/** Under which name a node's or mark's spec in the schema carries its rows. */
export const ROWS = 'rows';

/** The rows of a node, or undefined for `doc` and `text`. */
export function rowsOf({ spec }: NodeType): DocumentNode | undefined {
  return spec[ROWS] as DocumentNode | undefined;
}

/** The rows of a mark. Throws for one that the schema has and its kit has not. */
export function markRowsOf({ type }: Mark): DocumentMark {
  const rows = type.spec[ROWS] as DocumentMark | undefined;
  if (rows === undefined) throw new RangeError(`the mark ${type.name} has no rows in shared/document/marks`);
  return rows;
}

/** The nodes of a schema that have rows, with these. */
export function nodesOf(schema: Schema): readonly (readonly [type: NodeType, rows: DocumentNode])[] {
  return Object.values(schema.nodes).flatMap((type) => {
    const rows = rowsOf(type);
    return rows === undefined ? [] : [[type, rows] as const];
  });
}

/** The marks of a schema by their names, with their rows. */
export function marksOf(schema: Schema): readonly (readonly [name: string, rows: DocumentMark])[] {
  return Object.values(schema.marks).map(({ name, spec }) => [name, spec[ROWS] as DocumentMark]);
}

/** Whether a node inside a line ends that line. */
export function isLineBreak({ type }: Node): boolean {
  return type === type.schema.linebreakReplacement;
}

/** Whether a mark keeps every character of its text, as code does. */
export function isVerbatim(mark: Mark): boolean {
  return markRowsOf(mark).toMarkdown.kind === 'verbatim';
}
