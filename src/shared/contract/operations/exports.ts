import { z } from 'zod';
import { exportFormat } from '../../domain/exportFormats';
import { exportJob, exportSelection } from '../../domain/exportJob';
import { heldArticle, overrideReason } from '../../domain/hold';
import { id } from '../../domain/id';
import { operation } from '../define';

export const exports = {
  /** Asks for a folder in a dialog and starts the job; null when the dialog was cancelled. */
  start: operation(
    z.strictObject({
      format: exportFormat,
      selection: exportSelection,
      override: overrideReason.nullish(),
    }),
    exportJob.nullable(),
  ),
  /** The articles of a selection that are held back: they are written only if a reason overrides that. */
  held: operation(z.strictObject({ selection: exportSelection }), z.array(heldArticle).readonly()),
  list: operation(z.undefined(), z.array(exportJob).readonly()),
  cancel: operation(z.strictObject({ id }), exportJob),
  retry: operation(z.strictObject({ id }), exportJob),
  /** A drag of this article began in the window: it goes on outside, as a Markdown file. Fails with `article_held`. */
  drag: operation(z.strictObject({ articleId: id }), z.null()),
  /** Shows the job's folder in the file manager. */
  reveal: operation(z.strictObject({ id }), z.null()),
};
