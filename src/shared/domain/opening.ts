import { z } from 'zod';
import { anyJob } from './anyJob';
import { addressDraft } from './appAddress';
import { articleRow } from './article';
import { failure } from './failure';
import { id } from './id';
import { importJob } from './importJob';

/** What a window is to show because the system, a link or a menu of main's asked for it. */
export const opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), article: articleRow }),
  /**
   * The article that was made before of the very bytes of a file that was opened; `again` names the file for
   * `openings.again`.
   */
  z.strictObject({ kind: z.literal('known'), article: articleRow, file: z.string(), again: id }),
  /** An article, and how it stands with its sites. */
  z.strictObject({ kind: z.literal('sites'), article: articleRow }),
  /** How a job went. */
  z.strictObject({ kind: z.literal('job'), job: anyJob }),
  /** An import of the files that were opened; it has begun. */
  z.strictObject({ kind: z.literal('import'), job: importJob }),
  /** An article to make, if the person agrees. */
  z.strictObject({ kind: z.literal('new'), draft: addressDraft }),
  /** What could not be opened, and why. */
  z.strictObject({ kind: z.literal('refused'), failure }),
]);
export type Opening = z.infer<typeof opening>;
