import type { AnyExtension } from '@tiptap/core';
import type { Attrs, Node } from '@tiptap/pm/model';
import type { MarkdownSerializerState, ParseSpec } from 'prosemirror-markdown';

/** The rows of one node in every table; a new node is one folder that exports this and one line in `nodes/index.ts`. */
export interface DocumentNode {
  /** Absent where StarterKit's own serves as it is. */
  readonly extension?: AnyExtension;
  /** Absent for a node that only stands inside a line, which the inline writer knows. */
  readonly toMarkdown?: (state: MarkdownSerializerState, node: Node, parent: Node, index: number) => void;
  /** Rows of the Markdown parser, by the name of the token. */
  readonly fromMarkdown: Readonly<Record<string, ParseSpec>>;
  /** The text of a node that has text outside its content. */
  readonly plainText?: (node: Node) => string;
  /** The attributes in normal form; the same object when they are already. */
  readonly normalise?: (attrs: Attrs) => Attrs;
}

/**
 * How a mark is written in Markdown: as a run of delimiters whose neighbours CommonMark looks at (section
 * 6.2), as a pair of texts around it, or verbatim between backticks.
 */
export type MarkSyntax =
  | { readonly kind: 'delimiter'; readonly run: string; readonly inWord?: string }
  | { readonly kind: 'pair'; readonly open: string; readonly close: (attrs: Attrs) => string }
  | { readonly kind: 'verbatim' };

/** The rows of one mark in every table. */
export interface DocumentMark {
  readonly extension?: AnyExtension;
  readonly toMarkdown: MarkSyntax;
  readonly fromMarkdown: Readonly<Record<string, ParseSpec>>;
  /** The attributes in normal form; null for a mark that must go (its text stays). */
  readonly normalise?: (attrs: Attrs) => Attrs | null;
}
