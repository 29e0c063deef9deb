import { z } from 'zod';
import { say } from '../language/say';

export const adSlotKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
  error: () => say('A slot key has lower-case letters, digits and dashes only.'),
});

/** A place that the ad server fills: sizes in CSS pixels by minimum viewport width. */
export const adSlotDefinition = z.strictObject({
  key: adSlotKey,
  name: z.string().min(1).max(100),
  sizes: z.record(
    z.string().regex(/^\d+$/),
    z.array(z.tuple([z.int().positive(), z.int().positive()])).readonly(),
  ),
  /** Google's AdSense allows only "Advertisements" or "Sponsored Links"; native rules also "Advertisement". */
  label: z.string().max(100),
  showLabel: z.boolean(),
  enabled: z.boolean(),
});
export type AdSlotDefinition = z.infer<typeof adSlotDefinition>;

/** The slot that an imported ad label becomes if the site has no mapping of its own. */
export const DEFAULT_AD_SLOT = 'in-article-1';

const box: [number, number] = [300, 250];
const leaderboard: [number, number] = [728, 90];

/** The slots of a new store: IAB fixed sizes in common use. */
export const usualAdSlots: readonly AdSlotDefinition[] = [
  { key: DEFAULT_AD_SLOT, name: 'In-article 1', sizes: { '0': [box] } },
  { key: 'in-article-2', name: 'In-article 2', sizes: { '0': [box] } },
  { key: 'mid-article', name: 'Mid-article', sizes: { '0': [box], '728': [leaderboard] } },
  { key: 'end-of-article', name: 'End of article', sizes: { '0': [box], '728': [leaderboard] } },
].map((slot) => ({ ...slot, label: 'Advertisement', showLabel: true, enabled: true }));
