import type { DocumentMark } from '../../documentNode';

/** Underscores beside bold's asterisks; an asterisk within a word, where an underscore marks nothing. */
export const italic: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '_', inWord: '*' },
  fromMarkdown: { em: { mark: 'italic' } },
};
