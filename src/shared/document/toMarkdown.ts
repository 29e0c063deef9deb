import type { Node, Schema } from '@tiptap/pm/model';
import { MarkdownSerializer } from 'prosemirror-markdown';
import { nodesOf, type WritingOptions } from './documentNode';
import { normalise } from './normalise';

/**
 * The story in Markdown: CommonMark 0.31 with GFM's strikethrough; `<u>`, `<mark>`, `<sub>`, `<sup>`, `<br>` in a heading, and comments for what
 * Markdown cannot express. `fromMarkdown` reads back the story in normal form, and no other CommonMark reader reads
 * different text. Ends with a line break; block ids do not travel.
 */
export function toMarkdown(doc: Node, options: WritingOptions = {}): string {
  const given: WritingOptions & { readonly tightLists?: boolean } = options;
  const text = serializerOf(doc.type.schema).serialize(normalise(doc), given);
  return text === '' ? '' : `${text}\n`;
}

type Writers = MarkdownSerializer['nodes'];

/** One per schema: creating it for each story would take an eighth of the time. */
const serializers = new WeakMap<Schema, MarkdownSerializer>();

function serializerOf(schema: Schema): MarkdownSerializer {
  const known = serializers.get(schema);
  if (known !== undefined) return known;
  const writers = nodesOf(schema).flatMap(
    ([{ name }, { toMarkdown: write }]): [string, Writers[string]][] => {
      if (write === undefined) return [];
      // The serializer passes on what `serialize` was given.
      return [
        [
          name,
          (state, node, parent, index) => write(state, node, parent, index, state.options as WritingOptions),
        ],
      ];
    },
  );
  const made = new MarkdownSerializer(Object.fromEntries(writers), {});
  serializers.set(schema, made);
  return made;
}
