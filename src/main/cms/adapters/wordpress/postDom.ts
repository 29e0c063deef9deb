import type { PageLimits } from '../../../dom/pageLimits';
import { boundedDom } from '../../../dom/parseHtml';

/** The size of the largest post that an article of ours makes, with room to spare. */
const POST_LIMITS: PageLimits = {
  letters: 5_000_000,
  tags: 200_000,
  elements: 50_000,
  depth: 500,
  styles: 1_000_000,
};

/** Parses what a site has. Throws PageTooLarge. */
export const postDom = boundedDom(POST_LIMITS);
