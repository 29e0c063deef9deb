import { z } from 'zod';
import { articleRow } from '../domain/article';
import { anyJob } from '../domain/anyJob';
import { settings } from '../domain/settings';
import { storeNotice } from '../domain/storeNotice';
import { updateState } from '../domain/update';

/** Articles that changed, whichever window, process or job changed them. */
const articlesChanged = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rows'),
    /** The changed rows as the list shows them now; at least one. */
    rows: z.array(articleRow).min(1).readonly(),
    /** The window that receives this made the change, and already has the answer to its call. */
    isOwn: z.boolean(),
  }),
  /** Any article may have changed: another process wrote, or the store was rebuilt. */
  z.strictObject({ kind: z.literal('any') }),
]);
export type ArticlesChanged = z.infer<typeof articlesChanged>;

/** What main tells the windows. */
export const events = {
  'articles.changed': articlesChanged,
  'sections.changed': z.null(),
  'settings.changed': settings,
  'cms.changed': z.strictObject({ online: z.boolean(), waiting: z.int() }),
  'jobs.changed': anyJob,
  /** A menu command for this window to run. */
  'command.run': z.strictObject({ command: z.string() }),
  /** There is something for this window to show: it takes it by `openings.take`. */
  'openings.waiting': z.null(),
  'store.notice': storeNotice,
  'updates.changed': updateState,
  /** The window is about to close: save everything typed, then call `app.readyToClose`. */
  'window.closing': z.null(),
} as const;
