import { Fragment } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { cleanLines } from './cleanText';
import { schema as ownSchema } from './schema';

/** A story of plain text: an empty line parts paragraphs, a single line break stays one, nothing is markup. */
export function fromPlainText(text: string, schema: Schema = ownSchema): Node {
  const paragraphs: string[][] = [[]];
  for (const line of cleanLines(text)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  const blocks = paragraphs.filter((lines) => lines.length > 0).map((lines) => paragraphOf(lines, schema));
  return schema.node('doc', null, blocks.length > 0 ? blocks : schema.node('paragraph'));
}

function paragraphOf(lines: readonly string[], schema: Schema): Node {
  const inline = lines.flatMap((line, index) => {
    const words = schema.text(line.replace(/^[ \t]+|[ \t]+$/g, ''));
    return index === 0 ? [words] : [schema.node('hardBreak'), words];
  });
  return schema.node('paragraph', null, Fragment.from(inline));
}
