import type { DocumentMark } from '../documentNode';
import { bold, code, highlight, italic, strike, subscript, superscript, underline } from './textMarks';
import { link } from './link/link';

/** Every mark of a story, by its name in the schema. */
export const marks = {
  link,
  bold,
  italic,
  underline,
  strike,
  highlight,
  subscript,
  superscript,
  code,
} as const satisfies Record<string, DocumentMark>;
