import { z } from 'zod';
import { failure } from './failure';
import { importSummary } from './importReport';
import { jobFields } from './job';

/** An import as the window shows it: its files are read one after another, each into one article. */
export const importJob = z.strictObject({
  ...jobFields,
  kind: z.literal('import'),
  /** The name of the file being read, or next; null when none is left. */
  current: z.string().nullable(),
});
export type ImportJob = z.infer<typeof importJob>;

/** One file of an import: the article it became, why it failed, or that it was not reached. */
export const importOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imported'), file: z.string(), summary: importSummary }),
  z.strictObject({ kind: z.literal('failed'), file: z.string(), failure }),
  z.strictObject({ kind: z.literal('notRead'), file: z.string() }),
]);
export type ImportOutcome = z.infer<typeof importOutcome>;
