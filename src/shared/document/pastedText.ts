import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { cleanLines } from './cleanText';
import { joinWrappedLines } from './wrappedLines';

/**
 * The paragraphs of a plain text from another program, with the marks of the place it comes to. Lines that were
 * broken at a width are joined (`joinWrappedLines`). Otherwise each line is a paragraph; where blank lines part
 * groups of lines, as between stanzas, a group is one and its lines stay lines. One line keeps its spaces.
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
