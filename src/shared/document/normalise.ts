import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { rowsOf } from './documentNode';
import { normaliseInline } from './normaliseInline';

/**
 * The normal form of a story: the least that Markdown, HTML and the editor all can say, and what both parsers
 * give. It loses no text. In it
 * - no paragraph is blank, but for one where the schema asks for one (an empty story or quote, a list item);
 * - lines hold what `normaliseInline` leaves;
 * - attributes hold what each node's `normalise` leaves: crossheads of level 2 to 4, list numbers of at most
 *   nine digits, addresses that pass the filter, captions on one line.
 * Normalising twice changes nothing, and what is in normal form is given back as the same object.
 */
export function normalise(node: Node): Node {
  const content = node.isTextblock ? normaliseInline(node) : normaliseBlocks(node);
  const attrs = rowsOf(node.type)?.normalise?.(node.attrs) ?? node.attrs;
  return content === node.content && attrs === node.attrs
    ? node
    : node.type.create(attrs, content, node.marks);
}

function normaliseBlocks(node: Node): Fragment {
  const children = node.children.map(normalise);
  const kept = children.filter((child, index) => !isBlank(child) || isAskedFor(children, index, node));
  if (kept.length === 0 && children[0] !== undefined) kept.push(children[0]);
  const same = kept.length === node.childCount && kept.every((child, index) => child === node.child(index));
  return same ? node.content : Fragment.from(kept);
}

function isBlank(node: Node): boolean {
  return node.type.name === 'paragraph' && node.content.size === 0;
}

/** A list item, for one, must begin with a paragraph: a blank one stays where another kind of block follows. */
function isAskedFor(children: readonly Node[], index: number, { type }: Node): boolean {
  if (index > 0) return false;
  const next = children.find((child) => !isBlank(child));
  return next !== undefined && type.contentMatch.matchType(next.type) === null;
}
