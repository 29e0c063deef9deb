import { z } from 'zod';

/**
 * A post as a site holds it, in the site's own raw form, so that two of them can be compared byte for byte.
 * In a snapshot of what was sent, null means "not sent: whatever the site has stays".
 */
export const postSnapshot = z.strictObject({
  headline: z.string(),
  standfirst: z.string(),
  slug: z.string().nullable(),
  /** The site's mark-up, without our idempotency mark. */
  content: z.string(),
  /** Ids of categories, or their names at a kind of CMS that has no ids, in no order. */
  sections: z.array(z.string()).readonly().nullable(),
  /** The same of tags. */
  hashtags: z.array(z.string()).readonly().nullable(),
});
export type PostSnapshot = z.infer<typeof postSnapshot>;
