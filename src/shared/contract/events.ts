import { z } from 'zod';
import { articleRow } from '../domain/article';
import { anyJob } from '../domain/anyJob';
import { settings } from '../domain/settings';
import { storeNotice } from '../domain/storeNotice';

/** Articles that were written, by whichever window, process or job. */
const articlesChanged = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rows'),
    /** What a list shows of each that changed, as it is now; at least one. */
    rows: z.array(articleRow).min(1).readonly(),
    /** The window that hears it wrote them, and has the answer of its call. */
    isOwn: z.boolean(),
  }),
  /** Nobody knows which: another process wrote, or the store was put together again. */
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
  /** A command of the menu that this window carries out. */
  'command.run': z.strictObject({ command: z.string() }),
  'store.notice': storeNotice,
  /** The window is about to close: commit all that was typed, then call `app.readyToClose`. */
  'window.closing': z.null(),
} as const;
