import type { PageLimits } from '../../../dom/pageLimits';
import { boundedDom } from '../../../dom/parseHtml';

/** The largest post that an article of ours makes, and room besides: more than that is no post of an article. */
const POST_LIMITS: PageLimits = {
  letters: 5_000_000,
  tags: 200_000,
  elements: 50_000,
  depth: 500,
  styles: 1_000_000,
};

/** Reads what a site has. Throws PageTooLarge. */
export const postDom = boundedDom(POST_LIMITS);
