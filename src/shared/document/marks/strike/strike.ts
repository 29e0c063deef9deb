import type { DocumentMark } from '../../documentNode';

/** GFM's strikethrough. A reader of bare CommonMark sees the two tildes, and every other tilde escaped. */
export const strike: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '~~' },
  fromMarkdown: { s: { mark: 'strike' } },
};
