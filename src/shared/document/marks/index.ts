import type { DocumentMark } from '../documentNode';
import { bold } from './bold/bold';
import { code } from './code/code';
import { italic } from './italic/italic';
import { link } from './link/link';
import { strike } from './strike/strike';
import { underline } from './underline/underline';

/** Every mark of a story, by its name in the schema. */
export const marks = { link, bold, italic, underline, strike, code } as const satisfies Record<
  string,
  DocumentMark
>;
