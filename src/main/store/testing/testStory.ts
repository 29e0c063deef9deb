import type { DocumentJson } from '#shared/domain/documentJson';

/** A story of plain paragraphs. */
export const story = (...paragraphs: readonly string[]): DocumentJson => ({
  type: 'doc',
  content: paragraphs.map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  })),
});
