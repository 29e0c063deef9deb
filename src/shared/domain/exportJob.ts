import { z } from 'zod';
import { exportFormat } from './exportFormats';
import { overrideReason } from './hold';
import { id } from './id';
import { jobFields } from './job';

/** Which articles an export takes. Articles in the trash are taken only when named by id. */
export const exportSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('articles'), ids: z.array(id).min(1).readonly() }),
  z.strictObject({ kind: z.literal('section'), sectionId: id }),
  z.strictObject({ kind: z.literal('all') }),
]);
export type ExportSelection = z.infer<typeof exportSelection>;

const exportRequest = z.strictObject({
  format: exportFormat,
  selection: exportSelection,
  /** An absolute folder. */
  folder: z.string().min(1),
  /** Why articles that are held back are written all the same; without a reason they are left out and named. */
  override: overrideReason.nullish(),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** An export as the window shows it. */
export const exportJob = z.strictObject({
  ...jobFields,
  kind: z.literal('export'),
  request: exportRequest,
  /** How files differ from their articles, and why some articles were not written; the first twenty sentences. */
  notes: z.array(z.string()).readonly(),
});
export type ExportJob = z.infer<typeof exportJob>;

/** One written file. `path` is absolute, `sha256` in hex. */
const exportedFile = z.strictObject({
  id,
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportedFile = z.infer<typeof exportedFile>;

/** An image exported with an article: its path in the folder, with forward slashes, and its hash. */
export interface ExportedAsset {
  readonly file: string;
  readonly sha256: string;
}
