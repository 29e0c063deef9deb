import { z } from 'zod';
import { id } from '../../domain/id';
import { section, sectionDraft } from '../../domain/section';
import { operation } from '../define';

export const sections = {
  list: operation(z.undefined(), z.array(section).readonly()),
  create: operation(sectionDraft, section),
  update: operation(z.strictObject({ id, change: sectionDraft.partial() }), section),
  /** Its articles and sub-sections move to the section above, or to none. */
  remove: operation(z.strictObject({ id }), z.null()),
};
