import { Code } from '@tiptap/extension-code';
import type { DocumentMark } from '../../documentNode';

/** Stands beside other marks, so that a link around code is not lost in reading. */
const FreeCode = Code.extend({ excludes: '' });

export const code: DocumentMark = {
  extension: FreeCode,
  toMarkdown: { kind: 'verbatim' },
  fromMarkdown: { code_inline: { mark: 'code' } },
};
