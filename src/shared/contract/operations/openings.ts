import { z } from 'zod';
import { addressDraft } from '../../domain/appAddress';
import { articleRow } from '../../domain/article';
import { opening } from '../../domain/opening';
import { operation } from '../define';

export const openings = {
  /** What the app was asked to open, in order; each given once, to the first window that asks. */
  take: operation(z.undefined(), z.array(opening).readonly()),
  /** Makes the article that an address described. A section that does not exist is left out. */
  make: operation(addressDraft, articleRow),
};
