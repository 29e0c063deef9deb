import type { Attrs, NodeType, Schema } from '@tiptap/pm/model';
import type { ParseSpec } from 'prosemirror-markdown';
import { BETWEEN_BLOCKS, marksOf, nodesOf } from '../documentNode';

/** How the name of a token made from a comment begins. */
export const COMMENT = 'comment_';

/** How the name of a token begins that opens or closes a mark written as a pair of tags. */
export const PAIR = 'pair_';

/** The node that a Markdown comment stands for. */
interface CommentNode {
  /** Its token name. */
  readonly token: string;
  readonly attrs: Attrs;
  /** Whether it is inline, in any block, or only between the blocks of a story. */
  readonly place: 'line' | 'block' | 'between';
}

/** How the nodes and marks of a schema are read from Markdown. */
export interface MarkdownRows {
  /** How each token becomes a node or a mark. */
  readonly tokens: Readonly<Record<string, ParseSpec>>;
  /** The tags around a mark: `u` for one between `<u>` and `</u>`. */
  readonly pairTags: readonly string[];
  /** Reads a comment, `<!--` and `-->` included; null if it stands for no node. */
  readonly readComment: (comment: string) => CommentNode | null;
}

export function markdownRows(schema: Schema): MarkdownRows {
  const nodes = nodesOf(schema);
  const marks = marksOf(schema);
  const rows = [...nodes, ...marks].map(([, row]) => row);
  const pairs = marks.flatMap(([mark, { toMarkdown }]) => {
    const tag = toMarkdown.kind === 'pair' ? /^<([a-z][a-z0-9]*)>$/.exec(toMarkdown.open)?.[1] : undefined;
    return tag === undefined ? [] : { tag, mark };
  });
  const ofPairs = pairs.map(({ tag, mark }): [string, ParseSpec] => [PAIR + tag, { mark }]);
  const tokens = rows.flatMap(({ fromMarkdown }) => Object.entries(fromMarkdown ?? {}));
  const comments = nodes.flatMap(([type, { fromComment }]) => {
    return fromComment === undefined ? [] : { type, token: COMMENT + type.name, fromComment };
  });
  const ofComments = comments.map(({ type, token }): [string, ParseSpec] => {
    return [token, { node: type.name, getAttrs: ({ meta }) => (meta as CommentNode).attrs }];
  });
  return {
    tokens: Object.fromEntries([...tokens, ...ofPairs, ...ofComments]),
    pairTags: pairs.map(({ tag }) => tag),
    readComment: (comment) => {
      for (const { type, token, fromComment } of comments) {
        const attrs = fromComment(comment);
        if (attrs !== null) return { token, attrs, place: placeOf(type) };
      }
      return null;
    },
  };
}

function placeOf(type: NodeType): CommentNode['place'] {
  if (type.isInline) return 'line';
  return type.isInGroup(BETWEEN_BLOCKS) ? 'between' : 'block';
}
