import type { Attrs, NodeType, Schema } from '@tiptap/pm/model';
import type { ParseSpec } from 'prosemirror-markdown';
import { BETWEEN_BLOCKS, marksOf, nodesOf } from '../documentNode';

/** How the name of a token begins that a comment became. */
export const COMMENT = 'comment_';

/** The node that a comment of Markdown stands for, as the reader meets it. */
interface CommentNode {
  /** The name of its token. */
  readonly token: string;
  readonly attrs: Attrs;
  /** Whether it stands inside a line, in any block, or between the blocks of a story only. */
  readonly place: 'line' | 'block' | 'between';
}

/** How the nodes and marks of a schema are read from Markdown. */
export interface MarkdownRows {
  /** How each token becomes a node or a mark. */
  readonly tokens: Readonly<Record<string, ParseSpec>>;
  /** Reads a comment, `<!--` and `-->` included; null where it stands for no node. */
  readonly readComment: (comment: string) => CommentNode | null;
}

export function markdownRows(schema: Schema): MarkdownRows {
  const nodes = nodesOf(schema);
  const rows = [...nodes.map(([, row]) => row), ...marksOf(schema)];
  const tokens = rows.flatMap(({ fromMarkdown }) => Object.entries(fromMarkdown ?? {}));
  const comments = nodes.flatMap(([type, { fromComment }]) => {
    return fromComment === undefined ? [] : { type, token: COMMENT + type.name, fromComment };
  });
  const ofComments = comments.map(({ type, token }): [string, ParseSpec] => {
    return [token, { node: type.name, getAttrs: ({ meta }) => (meta as CommentNode).attrs }];
  });
  return {
    tokens: Object.fromEntries([...tokens, ...ofComments]),
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
