import type { Node } from '@tiptap/pm/model';
import { Parser } from 'commonmark';
import type { Node as CommonmarkNode } from 'commonmark';
import fc from 'fast-check';
import { expect } from 'vitest';
import { cleanLines } from '../cleanText';
import { fromMarkdown } from '../fromMarkdown';
import { normalise } from '../normalise';
import { schema } from '../schema';
import { toMarkdown } from '../toMarkdown';
import { blockText } from '../toPlainText';
import { arbitraryDocument } from './arbitraryDocument';

/** What is true of every story that the schema allows, each under a sentence that says it. */
export const laws = {
  'Markdown read back is the story in normal form': expectMarkdownBack,
  'an independent reader of Markdown reads the same text, block by block': expectSameTextRead,
  'the normal form is one, is valid, and loses no text': expectNormalForm,
} as const satisfies Record<string, (doc: Node) => void>;

/** Checks a law against this many random stories. */
export function expectOfRandomStories(law: (doc: Node) => void, numRuns: number): void {
  fc.assert(fc.property(arbitraryDocument, law), { numRuns });
}

function expectMarkdownBack(doc: Node): void {
  expect(fromMarkdown(toMarkdown(doc)).toJSON()).toEqual(normalise(doc).toJSON());
}

function expectSameTextRead(doc: Node): void {
  const plain = withoutStrike(doc);
  expect(saidIn(linesReadByCommonmark(toMarkdown(plain)))).toEqual(saidIn(linesOf(normalise(plain))));
}

/** In a list, commonmark's own readers drop the blanks of a line of code that has nothing else. */
function saidIn(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replace(/^[ \t]+$/gm, '')).filter((text) => text !== '');
}

function expectNormalForm(doc: Node): void {
  const normal = normalise(doc);
  normal.check();
  expect(normalise(normal)).toBe(normal);
  expect(letters(normal)).toBe(letters(doc));
}

/** Everything in a story except white space, in order. */
function letters(doc: Node): string {
  return cleanLines(linesOf(doc).join('\n')).join('').replace(/\s+/g, '');
}

function linesOf(doc: Node): readonly string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock && node.content.size > 0) lines.push(blockText(node));
  });
  return lines;
}

/** Bare CommonMark has no strikethrough: it would see the tildes. */
function withoutStrike(doc: Node): Node {
  const strip = (node: Node): Node => {
    const bare = node.mark(schema.marks['strike']?.removeFromSet(node.marks) ?? []);
    return node.isText ? bare : bare.type.create(node.attrs, node.children.map(strip), bare.marks);
  };
  return strip(doc);
}

function linesReadByCommonmark(markdown: string): readonly string[] {
  const walker = new Parser().parse(markdown).walker();
  const lines: string[] = [];
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { entering, node } = event;
    if (!entering) continue;
    if (node.type === 'paragraph' || node.type === 'heading') lines.push('');
    if (node.type === 'code_block') lines.push((node.literal ?? '').replace(/\n$/, ''));
    else if (!isWithinImage(node)) lines.push((lines.pop() ?? '') + readText(node));
  }
  return lines;
}

function readText(node: CommonmarkNode): string {
  if (node.type === 'linebreak' || (node.type === 'html_inline' && node.literal === '<br>')) return '\n';
  return node.type === 'text' || node.type === 'code' ? (node.literal ?? '') : '';
}

function isWithinImage(node: CommonmarkNode): boolean {
  for (let at: CommonmarkNode | null = node; at !== null; at = at.parent)
    if (at.type === 'image') return true;
  return false;
}
