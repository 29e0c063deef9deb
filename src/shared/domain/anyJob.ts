import { z } from 'zod';
import { exportJob } from './exportJob';
import { importJob } from './importJob';

/** A job of whichever kind. */
export const anyJob = z.discriminatedUnion('kind', [exportJob, importJob]);
export type AnyJob = z.infer<typeof anyJob>;
