import { Fragment } from '@tiptap/pm/model';
import type { Node, Schema, Mark } from '@tiptap/pm/model';
import { cleanLines } from './cleanText';
import { schema as ownSchema } from './schema';
import { joinWrappedLines } from './wrappedLines';

/** A story from plain text: an empty line separates paragraphs, a single line break stays one, nothing is markup. */
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

/**
 * The paragraphs of plain text from another program, with the marks of the place it is pasted into. Lines broken at a
 * fixed width are joined (`joinWrappedLines`). Otherwise each line is a paragraph; where blank lines separate groups
 * of lines, as between stanzas, a group is one paragraph and keeps its lines. A single line keeps its spaces.
 */
export function paragraphsOf(text: string, schema: Schema, marks: readonly Mark[] = []): readonly Node[] {
  const lines = cleanLines(text);
  if (lines.length === 1) return [paragraph(lines, schema, marks)];
  const groups = groupsOf(lines);
  const joined = joinWrappedLines(groups);
  const hasStanzas = joined === groups && groups.length > 1 && groups.some((group) => group.length > 1);
  return (hasStanzas ? joined : joined.flat().map((line) => [line])).map((group) =>
    paragraph(group, schema, marks),
  );
}

function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line.trim());
  }
  return groups.filter((group) => group.length > 0);
}

function paragraph(lines: readonly string[], schema: Schema, marks: readonly Mark[]): Node {
  const inline = lines.flatMap((line, index) => {
    const words = line === '' ? [] : [schema.text(line, marks)];
    return index === 0 ? words : [schema.node('hardBreak', null, undefined, marks), ...words];
  });
  return schema.node('paragraph', null, Fragment.from(inline));
}
