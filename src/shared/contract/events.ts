import { z } from 'zod';
import { exportJob } from '../domain/exportJob';
import { id } from '../domain/id';
import { settings } from '../domain/settings';
import { storeNotice } from '../domain/storeNotice';

/** What main tells the windows. */
export const events = {
  /** Articles that were written, by whichever window, process or job; empty `ids` means any may have changed. */
  'articles.changed': z.strictObject({ ids: z.array(id).readonly() }),
  'sections.changed': z.null(),
  'settings.changed': settings,
  'jobs.changed': exportJob,
  'cms.changed': z.strictObject({
    online: z.boolean(),
    waiting: z.int(),
    articleIds: z.array(id).readonly(),
  }),
  /** A command of the menu that this window carries out. */
  'command.run': z.strictObject({ command: z.string() }),
  'store.notice': storeNotice,
  /** The window is about to close: commit all that was typed, then call `app.readyToClose`. */
  'window.closing': z.null(),
} as const;
