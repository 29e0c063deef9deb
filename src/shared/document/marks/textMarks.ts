import { Code } from '@tiptap/extension-code';
import type { DocumentMark } from '../documentNode';

export const bold: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '**' },
  fromMarkdown: { strong: { mark: 'bold' } },
};

/** Underscores beside bold's asterisks; an asterisk within a word, where an underscore marks nothing. */
export const italic: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '_', inWord: '*' },
  fromMarkdown: { em: { mark: 'italic' } },
};

/** Markdown has no underline: inline HTML says it, and exactly `<u>` and `</u>` are read back. */
export const underline: DocumentMark = {
  toMarkdown: { kind: 'pair', open: '<u>', close: () => '</u>' },
};

/** GFM's strikethrough. A reader of bare CommonMark sees the two tildes, and every other tilde escaped. */
export const strike: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '~~' },
  fromMarkdown: { s: { mark: 'strike' } },
};

/** Stands beside other marks, so that a link around code is not lost in reading. */
const FreeCode = Code.extend({ excludes: '' });

export const code: DocumentMark = {
  extension: FreeCode,
  toMarkdown: { kind: 'verbatim' },
  fromMarkdown: { code_inline: { mark: 'code' } },
};
