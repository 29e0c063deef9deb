import { z } from 'zod';
import { failure } from '../../domain/failure';
import { id } from '../../domain/id';
import { IMPORT_LIMIT } from '../../domain/importLimit';
import { importReport, importSummary } from '../../domain/importReport';
import { operation } from '../define';

/** One file of an import: the article it became, or why it did not. */
const importOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imported'), file: z.string(), summary: importSummary }),
  z.strictObject({ kind: z.literal('failed'), file: z.string(), failure }),
]);
export type ImportOutcome = z.infer<typeof importOutcome>;

export const imports = {
  /** Asks for files in a dialog and imports each; empty when the dialog was cancelled. */
  pick: operation(z.undefined(), z.array(importOutcome).readonly()),
  /** Imports a file that was dropped on the window; of one that is too large its start is enough to refuse it. */
  dropped: operation(
    z.strictObject({
      name: z.string().max(255),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= IMPORT_LIMIT + 1),
    }),
    importOutcome,
  ),
  /** Null for an article that was written here. */
  report: operation(z.strictObject({ articleId: id }), importReport.nullable()),
  /** Remembers that a left-out piece is back in the story (the editor inserts its text), or out again. */
  mark: operation(z.strictObject({ articleId: id, pieceId: id, takenBack: z.boolean() }), importReport),
};
