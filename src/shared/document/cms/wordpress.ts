import type { Node } from '@tiptap/pm/model';
import type { AssetHash } from '../../domain/asset';
import type { Direction } from '../../domain/direction';

/** The post that a node is written into, as WordPress's block editor would save it. */
export interface WordPressPost {
  /**
   * The story's direction, for blocks whose letters have none; null in a story that runs left to right throughout.
   */
  readonly direction: Direction | null;
  /** The direction of one block; null in a story that runs left to right throughout. */
  readonly directionOf: (block: Node) => Direction | null;
  /** An image as the site has it. */
  readonly image: (asset: AssetHash) => { readonly id: string; readonly url: string } | undefined;
  /** The contents of a text block. */
  readonly line: (textblock: Node) => string;
  readonly block: (node: Node) => string;
  /** The blocks inside another. */
  readonly blocks: (parent: Node) => string;
}

/** How WordPress's block editor writes a node. A node without this row goes as its own HTML, in an HTML block. */
export interface WordPressNode {
  /** What that editor itself would save; null if it could not hold the node, which then goes as HTML. */
  readonly write?: (node: Node, post: WordPressPost) => string | null;
  /** The names of the blocks that come back as the node. */
  readonly blocks?: readonly string[];
}

/** The side on which a line of that direction begins. */
export const sides = { ltr: 'left', rtl: 'right' } as const satisfies Record<Direction, string>;

/**
 * The direction that a block has to state: none if it runs left to right like the rest of its story. In the block
 * editor only paragraphs have an attribute for it, and an HTML attribute makes any other block invalid there. So the
 * words of a heading or caption go in a `span` that has it, headings and quotes are aligned to its side, and a list,
 * whose markers also have a side, goes as HTML.
 */
export function saidDirection(node: Node, { direction, directionOf }: WordPressPost): Direction | null {
  const own = directionOf(node);
  return own === 'rtl' || direction === 'rtl' ? own : null;
}

export const sideClass = (own: Direction | null): string => (own ? ` has-text-align-${sides[own]}` : '');

export const spanned = (own: Direction | null, html: string): string =>
  own && html !== '' ? `<span dir="${own}">${html}</span>` : html;

export const tagged = (tag: string, className: string, html: string): string =>
  `<${tag} class="${className}">${html}</${tag}>`;

/** `--` is not allowed in a comment; the block editor escapes the same characters (serializeAttributes). */
export function wordpressBlock(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  html: string,
): string {
  const json = JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d').replaceAll('<', '\\u003c');
  const opening = json === '{}' ? `wp:${name}` : `wp:${name} ${json}`;
  return `<!-- ${opening} -->\n${html}\n<!-- /wp:${name} -->`;
}
