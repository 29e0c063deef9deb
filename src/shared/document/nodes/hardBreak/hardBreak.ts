import type { DocumentNode } from '../../documentNode';

export const hardBreak: DocumentNode = {
  fromMarkdown: { hardbreak: { node: 'hardBreak' } },
};
