import { Node } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { describe, expect, it, test, vi } from 'vitest';
import type { DocumentNode } from '#shared/document/documentNode';
import { marks } from '#shared/document/marks';
import { nodes } from '#shared/document/nodes';
import { documentKit } from '#shared/document/schema';

// For as long as the modules are loaded: the next file's, in the same process, are to find no window.
vi.stubGlobal('window', { nutgraf: { on: vi.fn<() => void>() } });
const { bytesOfDataUrl, imagesMeantIn, withPictures } = await import('./pastedPictures');
vi.unstubAllGlobals();

/** A second node that shows an image. */
const portrait: DocumentNode = {
  extension: Node.create({
    name: 'portrait',
    group: 'block',
    atom: true,
    addAttributes: () => ({ asset: { default: null }, src: { default: null } }),
  }),
  label: () => 'Portrait',
  picture: ({ asset, src }) => ({
    asset: asset as string | null,
    src: src as string | null,
    alt: '',
    caption: '',
    credit: '',
  }),
};
const { schema } = documentKit({ ...nodes, portrait }, marks);
const hash = 'ab'.repeat(32);

test.each(['figure', 'portrait'])('a %s whose picture came along has the kept one in its place', (name) => {
  const src = 'https://pasted.invalid/1';
  const pasted = schema.node('doc', null, [schema.node(name, { src })]);
  const kept = { hashes: new Map([[src, hash]]), failed: [] };
  const { content } = withPictures(new Slice(pasted.content, 0, 0), kept);
  expect(content.firstChild?.attrs).toMatchObject({ asset: hash, src: null });
});

const textOf = (address: string): string | null => {
  const bytes = bytesOfDataUrl(address);
  return bytes === null ? null : String.fromCharCode(...bytes);
};

test('the bytes of a data address, in base64 and escaped', () => {
  expect(textOf('data:image/png;base64,aGk=')).toBe('hi');
  expect(textOf('DATA:image/png;charset=x;BASE64, aG k%3D')).toBe('hi');
  expect(textOf('data:image/gif,%89PNG%0a')).toBe('\u0089PNG\n');
  expect(textOf('data:,')).toBe('');
  expect(textOf('data:image/png;base64,???')).toBeNull();
  expect(textOf('https://example.org/a.png')).toBeNull();
});

const picture = new File(['bytes'], 'image.png', { type: 'image/png' });
const page = new File(['bytes'], 'page.html', { type: 'text/html' });

/** What an app provides: files, and text by type. */
function handedOver(files: readonly File[], texts: Readonly<Record<string, string>> = {}) {
  return { files, getData: (type: string) => texts[type] ?? '' };
}

describe('the images in what was pasted or dropped', () => {
  it('are the image files', () => {
    expect(imagesMeantIn(handedOver([page, picture]))).toEqual([picture]);
  });

  it('are none where a word processor adds a picture of its text', () => {
    const texts = { 'text/plain': 'Two words', 'text/html': '<p>Two words</p>', 'text/rtf': '{\\rtf1}' };
    expect(imagesMeantIn(handedOver([picture], texts))).toEqual([]);
  });

  it.each([
    ['copied in a browser', { 'text/html': '<img src="https://site.example/a.png">' }],
    [
      'dragged out of a browser',
      { 'text/plain': 'https://site.example/a.png', 'text/uri-list': 'https://site.example/a.png' },
    ],
  ])('are there for an image that was %s', (_how, texts) => {
    expect(imagesMeantIn(handedOver([picture], texts))).toEqual([picture]);
  });

  it('are none where nothing was handed over', () => {
    expect(imagesMeantIn(null)).toEqual([]);
  });
});
