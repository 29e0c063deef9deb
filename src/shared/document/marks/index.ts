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

/** The rows of a mark. Throws for one that the schema has and this list has not. */
export function markRows(name: string): DocumentMark {
  const rows = (marks as Readonly<Record<string, DocumentMark>>)[name];
  if (rows === undefined) throw new RangeError(`the mark ${name} has no rows in shared/document/marks`);
  return rows;
}
