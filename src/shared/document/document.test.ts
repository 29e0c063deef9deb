import { expect, test } from 'vitest';
import type { DocumentJson, NodeJson } from '../domain/documentJson';
import { EMPTY_DOCUMENT } from '../domain/documentJson';
import { NutgrafError } from '../domain/failure';
import { documentJsonOf, parseDocument } from './document';

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
