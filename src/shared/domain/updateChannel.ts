import { z } from 'zod';

/** Which versions a person is told of: finished ones, or those that are still tried out too. */
export const updateChannel = z.enum(['stable', 'beta']);
export type UpdateChannel = z.infer<typeof updateChannel>;
