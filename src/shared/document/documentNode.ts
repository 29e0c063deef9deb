import type { AnyExtension, Attribute } from '@tiptap/core';
import type { Attrs, Mark, Node, NodeType, Schema } from '@tiptap/pm/model';
import type { MarkdownSerializerState, ParseSpec } from 'prosemirror-markdown';
import type { AssetHash } from '../domain/asset';
import type { CmsKind } from '../domain/cmsKinds';
import type { WordPressNode } from './cms/wordpress';
import type { DomSpec } from './html';

/** What the writer of a story knows about its surroundings. */
export interface WritingOptions {
  /**
   * Where the reader finds a stored image; null if it is not available there. Without it, `asset:HASH`, which
   * `fromHtml` and `fromMarkdown` read back.
   */
  readonly imageAddress?: (asset: AssetHash) => string | null;
  /** The whole HTML of a slot, for an ad server or a CMS; `id` is empty if the slot has none. */
  readonly adSlot?: (slot: { readonly id: string; readonly slotKey: string }) => string;
}

/** An image with its words: stored here by hash, or on the web (`asset` wins where both are given). */
export interface Picture {
  readonly asset: AssetHash | null;
  readonly src: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** How a node is written for each kind of CMS. */
interface CmsRows extends Record<CmsKind, object> {
  readonly wordpress: WordPressNode;
}

/**
 * The rows of one node in every table; a new node is one folder that exports this, and one line in `nodes/index.ts`.
 * The schema carries them, so that {@link rowsOf} finds them for a node of any kit.
 */
export interface DocumentNode {
  /** Absent where StarterKit's own extension will do. */
  readonly extension?: AnyExtension;
  /** Its name in a difference: "Crosshead". */
  readonly label: () => string;
  /**
   * Whether it has an `id`, by which a merge recognises it: `kept` here only, or `travelling` through Markdown and
   * HTML as an attribute of its own. Absent for a node without one.
   */
  readonly blockId?: 'kept' | 'travelling';
  /** The Markdown of a block. Absent for an inline node. */
  readonly toMarkdown?: (
    state: MarkdownSerializerState,
    node: Node,
    parent: Node,
    index: number,
    options: WritingOptions,
  ) => void;
  /** The Markdown of an inline node; it begins and ends with ASCII punctuation. */
  readonly toMarkdownInLine?: (attrs: Attrs) => string;
  /** Rows of the Markdown parser, by token name. */
  readonly fromMarkdown?: Readonly<Record<string, ParseSpec>>;
  /**
   * For a node written as a comment in Markdown: the attributes stated by this one, `<!--` and `-->` included; or
   * null.
   */
  readonly fromComment?: (comment: string) => Attrs | null;
  /** The HTML, where it depends on the target: markup, a spec of it, or null for that of the schema. */
  readonly toHtml?: (attrs: Attrs, options: WritingOptions) => string | DomSpec | null;
  /** The text of a node that has text outside its content. */
  readonly plainText?: (node: Node) => string;
  /** The text whose words count as the story's; by default that of a textblock, and none of any other node. */
  readonly countedText?: (node: Node) => string;
  /** The image it shows. */
  readonly picture?: (attrs: Attrs) => Picture;
  /** How each kind of CMS writes it; one that is not named takes it as HTML. */
  readonly cms?: Partial<CmsRows>;
  /**
   * Whether Alt and an arrow key move it over its neighbour while it is selected; absent for a node that they never
   * move.
   */
  readonly movesByKey?: (attrs: Attrs) => boolean;
  /** How a difference describes a node whose content is not text: its parts, any of which may be empty. */
  readonly toldAs?: (attrs: Attrs) => readonly string[];
  /** The attributes in normal form; the same object when they are already. */
  readonly normalise?: (attrs: Attrs) => Attrs;
}

/**
 * How a mark is written in Markdown: as a run of delimiters, subject to CommonMark's rules about neighbours (section
 * 6.2), as a pair of strings around it, or verbatim between backticks. A pair of tags without attributes (`<u>`) is
 * read back as the mark; for any other, `fromMarkdown` says how.
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
  /** The signs that set this mark when typed before and after words. */
  readonly typedSigns?: readonly string[];
  /** The attributes in normal form; null for a mark that must be removed (its text stays). */
  readonly normalise?: (attrs: Attrs) => Attrs | null;
}

/** A node in this group stands between the blocks of a story, and inside none of them. */
export const BETWEEN_BLOCKS = 'betweenBlocks';

/** The key under which a node's or mark's spec in the schema carries its rows. */
export const ROWS = 'rows';

/** The rows of a node, or undefined for `doc` and `text`. */
export function rowsOf({ spec }: NodeType): DocumentNode | undefined {
  return spec[ROWS] as DocumentNode | undefined;
}

/** The rows of a mark. Throws for one that is in the schema but not in its kit. */
export function markRowsOf({ type }: Mark): DocumentMark {
  const rows = type.spec[ROWS] as DocumentMark | undefined;
  if (rows === undefined) throw new RangeError(`the mark ${type.name} has no rows in shared/document/marks`);
  return rows;
}

/** The nodes of a schema that have rows, with their rows. */
export function nodesOf(schema: Schema): readonly (readonly [type: NodeType, rows: DocumentNode])[] {
  return Object.values(schema.nodes).flatMap((type) => {
    const rows = rowsOf(type);
    return rows === undefined ? [] : [[type, rows] as const];
  });
}

/** The marks of a schema by name, with their rows. */
export function marksOf(schema: Schema): readonly (readonly [name: string, rows: DocumentMark])[] {
  return Object.values(schema.marks).map(({ name, spec }) => [name, spec[ROWS] as DocumentMark]);
}

/** Whether an inline node ends its line. */
export function isLineBreak({ type }: Node): boolean {
  return type === type.schema.linebreakReplacement;
}

/** Whether a mark keeps every character of its text, as code does. */
export function isVerbatim(mark: Mark): boolean {
  return markRowsOf(mark).toMarkdown.kind === 'verbatim';
}

/** Whether a block keeps every character of its text, line breaks too, and has no marks, as a code block does. */
export function isCode({ spec }: NodeType): boolean {
  return spec.code === true;
}

/**
 * An attribute that only its node's or mark's parse rule reads and only its DOM output draws. Otherwise TipTap lets
 * the HTML attribute of the same name override what the rule read, and turns `2019` into a number and `true` into a
 * boolean.
 */
export function ownAttribute(attribute: Pick<Attribute, 'default' | 'validate' | 'keepOnSplit'>): Attribute {
  return { ...attribute, rendered: false, parseHTML: () => null };
}
