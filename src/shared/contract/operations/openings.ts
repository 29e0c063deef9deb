import { z } from 'zod';
import { addressDraft } from '../../domain/appAddress';
import { articleRow } from '../../domain/article';
import { id } from '../../domain/id';
import { importJob } from '../../domain/importJob';
import { opening } from '../../domain/opening';
import { operation } from '../define';

export const openings = {
  /** What the app was asked to open, in order; each given once, to the first window that asks. */
  take: operation(z.undefined(), z.array(opening).readonly()),
  /** Imports a file that was opened and had been imported before. Fails with `source_gone` after a restart. */
  again: operation(z.strictObject({ id }), importJob),
  /** Makes the article that an address described. A section that does not exist is left out. */
  make: operation(addressDraft, articleRow),
};
