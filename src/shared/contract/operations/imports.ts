import { z } from 'zod';
import { id } from '../../domain/id';
import { importJob, importOutcome } from '../../domain/importJob';
import { importReport } from '../../domain/importReport';
import { operation, operationOnFiles } from '../define';

export const imports = {
  /** Asks for files in a dialog and starts the job; null when the dialog was cancelled. */
  pick: operation(z.undefined(), importJob.nullable()),
  /** Starts a job that imports files dropped on the window; null for an article of the app's own, let go where it came from. */
  dropped: operationOnFiles(importJob.nullable(), z.undefined()),
  list: operation(z.undefined(), z.array(importJob).readonly()),
  /** Keeps what was read; leaves the rest unread. */
  cancel: operation(z.strictObject({ id }), importJob),
  /** Reads what a job did not reach. */
  goOn: operation(z.strictObject({ id }), importJob),
  /** The outcome of each file of a job, in order. */
  outcomes: operation(z.strictObject({ id }), z.array(importOutcome).readonly()),
  /** Jobs that the end of the app cut short, each given once, to the first window that asks. */
  cutShort: operation(z.undefined(), z.array(importJob).readonly()),
  /** Null for an article that was written here. */
  report: operation(z.strictObject({ articleId: id }), importReport.nullable()),
  /** Notes that a left-out piece is back in the story (the editor inserts its text), or out again. */
  mark: operation(z.strictObject({ articleId: id, pieceId: id, takenBack: z.boolean() }), importReport),
};
