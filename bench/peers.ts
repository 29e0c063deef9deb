import { schema } from '#shared/document/schema';
import { defaultMarkdownSerializer, MarkdownSerializer } from 'prosemirror-markdown';

const { nodes, marks } = defaultMarkdownSerializer;

/** A row of prosemirror-markdown's own tables. */
function row<T>(rows: Readonly<Record<string, T>>, name: string): T {
  const found = rows[name];
  if (found === undefined) throw new Error(`prosemirror-markdown has no row ${name}.`);
  return found;
}

/** prosemirror-markdown's serializer with its own rows, under the names that our schema gives its nodes. */
export const proseMirrorMarkdown = new MarkdownSerializer(
  {
    paragraph: row(nodes, 'paragraph'),
    heading: row(nodes, 'heading'),
    blockquote: row(nodes, 'blockquote'),
    bulletList: (state, node) => state.renderList(node, '  ', () => '* '),
    listItem: row(nodes, 'list_item'),
    text: row(nodes, 'text'),
    adSlot: (state, node) => {
      state.write(`<!-- ad:${String(node.attrs['slotKey'])} ${String(node.attrs['id'])} -->`);
      state.closeBlock(node);
    },
  },
  { bold: row(marks, 'strong'), italic: row(marks, 'em'), link: row(marks, 'link') },
);

/** The document of a stored body, read as ProseMirror reads it: without a check. */
export const readBody = (json: string) => schema.nodeFromJSON(JSON.parse(json));
