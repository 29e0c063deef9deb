import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../domain/documentJson';
import { EMPTY_DOCUMENT } from '../domain/documentJson';
import { NutgrafError } from '../domain/failure';
import { documentJsonOf, documentTextOf, parseDocument, readDocument } from './document';
import { arbitraryDocument } from './testing/arbitraryDocument';

const bodyOf = (...content: readonly NodeJson[]): DocumentJson => ({ type: 'doc', content });
const linked = (href: unknown): DocumentJson =>
  bodyOf({
    type: 'paragraph',
    content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }],
  });

test('a body that fits comes back as it was', () => {
  const json = documentJsonOf(parseDocument(linked('https://example.org/')));
  expect(documentJsonOf(parseDocument(json))).toEqual(json);
  expect(parseDocument(EMPTY_DOCUMENT).childCount).toBe(1);
});

test('the text of a body is that of its JSON, even when only one block is rewritten', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (doc, other) => {
      expect(documentTextOf(doc)).toBe(JSON.stringify(documentJsonOf(doc)));
      const joined = doc.copy(doc.content.append(other.content));
      expect(documentTextOf(joined)).toBe(JSON.stringify(documentJsonOf(joined)));
    }),
    { numRuns: 50 },
  );
});

test('a body is read from its text as from its JSON, a block that is known already as a new one', () => {
  fc.assert(
    fc.property(arbitraryDocument, arbitraryDocument, (doc, other) => {
      const joined = doc.copy(doc.content.append(other.content).append(doc.content));
      for (const body of [doc, joined, other]) {
        const text = documentTextOf(body);
        expect(readDocument(text)).toEqual(body);
        expect(readDocument(JSON.stringify(documentJsonOf(body), null, 1))).toEqual(body);
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  '{"type":"doc","content":[]}',
  '{"type":"doc","content":[{"type":"paragraph"},]}',
  '{"type":"doc","content":[{"type":"paragraph"}],"type":"paragraph","content":[]}',
  '{"type":"doc","content":[{"type":"paragraph"}]]}',
  '{"type":"doc","content":[{"type":"paragraph"}{"type":"paragraph"}]}',
  '{"type":"doc","content":[{"type":"text","text":"\\"},{\\""}]}',
  '{"type":"doc","content":[{"type":"listItem","content":[{"type":"paragraph"}]}]}',
  '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"paragraph"}]}]}',
  '{"type":"doc","content":[{"type":"paragraph"},{"type":"paragraph]}',
])('the text %j is refused as its JSON would be', (text) => {
  readDocument('{"type":"doc","content":[{"type":"paragraph"}]}');
  expect(() => readDocument(text)).toThrow(expect.objectContaining({ code: 'bad_document' }));
});

test.each([['', 'null', '7', '[]', '{"type":"doc"', '{"type":"paragraph"}']].flat())(
  'the text %j is no body',
  (text) => {
    expect(() => readDocument(text)).toThrow(expect.objectContaining({ code: 'bad_document' }));
  },
);

test.each([
  ['nothing in it', bodyOf()],
  ['an unknown node', bodyOf({ type: 'script' })],
  ['text outside a block', bodyOf({ type: 'text', text: 'a' })],
  ['an ad slot in a quote', bodyOf({ type: 'blockquote', content: [{ type: 'adSlot' }] })],
  ['an ad slot with a bad key', bodyOf({ type: 'adSlot', attrs: { slotKey: '"><script>' } })],
  ['a link that runs', linked('javascript:alert(1)')],
  ['a link to nothing', linked(null)],
  ['a picture that runs', bodyOf({ type: 'figure', attrs: { src: 'javascript:alert(1)' } })],
  ['another root', { ...bodyOf(), type: 'paragraph' } as unknown as DocumentJson],
])('a body with %s is refused by name', (_what, json) => {
  expect(() => parseDocument(json)).toThrow(NutgrafError);
  expect(() => parseDocument(json)).toThrow(expect.objectContaining({ code: 'bad_document' }));
});

test.each(['{"type":"doc","content":[{"type":"nope"}]}', '{"content":[{"type":"nope"}],"type":"doc"}'])(
  'why %s is no story is told, whichever way it is written',
  (text) => {
    expect(() => readDocument(text)).toThrow(expect.objectContaining({ detail: 'Unknown node type: nope' }));
  },
);
