import { z } from 'zod';

/**
 * A post as a site stores it, in the site's own raw form, so that two of them can be compared byte for byte. In a
 * snapshot of what was sent, null means "not sent: the site keeps what it has".
 */
export const postSnapshot = z.strictObject({
  headline: z.string(),
  standfirst: z.string(),
  slug: z.string().nullable(),
  /** The site's markup, without our idempotency mark. */
  content: z.string(),
  /** Ids of categories, or their names for a kind of CMS without ids, in any order. */
  sections: z.array(z.string()).readonly().nullable(),
  /** The same for tags. */
  hashtags: z.array(z.string()).readonly().nullable(),
});
export type PostSnapshot = z.infer<typeof postSnapshot>;
