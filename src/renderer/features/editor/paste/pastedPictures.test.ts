import { Node } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { expect, test, vi } from 'vitest';
import type { DocumentNode } from '#shared/document/documentNode';
import { marks } from '#shared/document/marks';
import { nodes } from '#shared/document/nodes';
import { documentKit } from '#shared/document/schema';

vi.stubGlobal('window', { nutgraf: { on: vi.fn<() => void>() } });
const { withPictures } = await import('./pastedPictures');

/** A second node that shows a picture. */
const portrait: DocumentNode = {
  extension: Node.create({
    name: 'portrait',
    group: 'block',
    atom: true,
    addAttributes: () => ({ asset: { default: null }, src: { default: null } }),
  }),
  label: 'Portrait',
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
