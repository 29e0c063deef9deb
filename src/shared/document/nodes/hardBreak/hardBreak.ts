import type { DocumentNode } from '../../documentNode';

export const hardBreak: DocumentNode = {
  label: 'Line break',
  fromMarkdown: { hardbreak: { node: 'hardBreak' } },
};
