import { Mark } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import type { DocumentMark } from '../documentNode';

export const bold: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '**' },
  fromMarkdown: { strong: { mark: 'bold' } },
  typedSigns: ['**', '__'],
};

/** Underscores, beside bold's asterisks; asterisks inside a word, where an underscore marks nothing. */
export const italic: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '_', inWord: '*' },
  fromMarkdown: { em: { mark: 'italic' } },
  typedSigns: ['*', '_'],
};

/** Markdown has no underline, so it is inline HTML, and exactly `<u>` and `</u>` are read back. */
export const underline: DocumentMark = {
  toMarkdown: { kind: 'pair', open: '<u>', close: () => '</u>' },
};

/** GFM's strikethrough. A bare CommonMark reader sees the two tildes, and every other tilde escaped. */
export const strike: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '~~' },
  fromMarkdown: { s: { mark: 'strike' } },
  typedSigns: ['~~'],
};

/** CommonMark has none of these three, so they are inline HTML, as underlined words are. */
export const highlight: DocumentMark = {
  extension: Mark.create({
    name: 'highlight',
    parseHTML: () => [{ tag: 'mark' }],
    renderHTML: () => ['mark', 0],
  }),
  toMarkdown: { kind: 'pair', open: '<mark>', close: () => '</mark>' },
  typedSigns: ['=='],
};

/** Text stands below the line or above it, not both. */
const eitherScript = 'subscript superscript';

export const subscript: DocumentMark = {
  extension: Mark.create({
    name: 'subscript',
    excludes: eitherScript,
    parseHTML: () => [{ tag: 'sub' }],
    renderHTML: () => ['sub', 0],
  }),
  toMarkdown: { kind: 'pair', open: '<sub>', close: () => '</sub>' },
};

export const superscript: DocumentMark = {
  extension: Mark.create({
    name: 'superscript',
    excludes: eitherScript,
    parseHTML: () => [{ tag: 'sup' }],
    renderHTML: () => ['sup', 0],
  }),
  toMarkdown: { kind: 'pair', open: '<sup>', close: () => '</sup>' },
};

/** May be combined with other marks, so that a link around code is not lost when it is read. */
const FreeCode = Code.extend({ excludes: '' });

export const code: DocumentMark = {
  extension: FreeCode,
  toMarkdown: { kind: 'verbatim' },
  fromMarkdown: { code_inline: { mark: 'code' } },
  typedSigns: ['`'],
};
