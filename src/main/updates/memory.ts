import { readFileSync } from 'node:fs';
import { version } from '#shared/domain/version';
import { z } from 'zod';
import { writeDurably } from '../store/disk/durableFile';

/** What is known of updates from one start to the next. */
const memory = z.object({
  /** The highest serial that each channel has shown. */
  serials: z.strictObject({ stable: z.int().exactOptional(), beta: z.int().exactOptional() }),
  /** When the feed last answered, ms UTC; 0 for never. */
  lookedAt: z.number(),
  /** A version that did not start well here: it is offered again only to somebody who asks. */
  givenUp: version.nullable(),
});
export type Memory = z.infer<typeof memory>;

const NOTHING: Memory = { serials: {}, lookedAt: 0, givenUp: null };

/** Nothing, where the file is missing or damaged: the signature and the version still count then. */
export function readMemory(file: string): Memory {
  try {
    return memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}

/** Keeps what is new for the next start. */
export function remember(file: string, patch: Partial<Memory>): void {
  writeDurably(file, Buffer.from(JSON.stringify({ ...readMemory(file), ...patch })));
}
