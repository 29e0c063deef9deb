import { z } from 'zod';
import { exportFormat, exportJob, exportSelection } from '../../domain/exportJob';
import { id } from '../../domain/id';
import { operation } from '../define';

export const exports = {
  /** Asks for a folder in a dialog and starts the job; null when the dialog was cancelled. */
  start: operation(
    z.strictObject({ format: exportFormat, selection: exportSelection }),
    exportJob.nullable(),
  ),
  list: operation(z.undefined(), z.array(exportJob).readonly()),
  cancel: operation(z.strictObject({ id }), exportJob),
  retry: operation(z.strictObject({ id }), exportJob),
  /** Shows the job's folder in the file manager. */
  reveal: operation(z.strictObject({ id }), z.null()),
};
