import type { DocumentNode } from '../../documentNode';
import { saying } from '../../../language/say';

export const hardBreak: DocumentNode = {
  label: saying('Line break'),
  fromMarkdown: { hardbreak: { node: 'hardBreak' } },
};
