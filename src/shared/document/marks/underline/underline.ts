import type { DocumentMark } from '../../documentNode';

/** Markdown has no underline: inline HTML says it, and exactly `<u>` and `</u>` are read back. */
export const underline: DocumentMark = {
  toMarkdown: { kind: 'pair', open: '<u>', close: () => '</u>' },
  fromMarkdown: { u: { mark: 'underline' } },
};
