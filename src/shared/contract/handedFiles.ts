import { z } from 'zod';
import type { HandedFile } from './define';
import { CALL_LIMITS, HANDED_BYTES, excessOf } from './requestSize';

const name = z.string().max(1000);

const handedFiles: z.ZodType<readonly HandedFile[]> = z
  .array(
    z.union([
      z.strictObject({ name, path: z.string().min(1).max(40_000) }),
      z.strictObject({
        name,
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= HANDED_BYTES),
      }),
    ]),
  )
  .readonly();

/** The files that came with a call; null when they are not what a preload hands over, or too much of it. */
export function readHandedFiles(files: unknown): readonly HandedFile[] | null {
  if (excessOf(files, CALL_LIMITS) !== null) return null;
  const read = handedFiles.safeParse(files);
  return read.success ? read.data : null;
}
