import type { DocumentMark } from '../../documentNode';

export const bold: DocumentMark = {
  toMarkdown: { kind: 'delimiter', run: '**' },
  fromMarkdown: { strong: { mark: 'bold' } },
};
