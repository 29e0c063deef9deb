import { z } from 'zod';
import { id, time } from './id';

/** Why a piece of an imported page is not in the story. */
const leftOutReason = z.enum([
  'navigation',
  'promo',
  'breadcrumb',
  'repeated_headline',
  'subscription',
  'share_links',
  'related',
  'comments',
  'ad_mark',
  'hashtag_line',
  'byline',
  'caption',
  'legal',
  'hidden',
  'footer',
  'control',
  'source_comment',
  'raw_html',
  'too_many_hashtags',
  'too_long',
  'unsafe',
  'other',
]);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** A piece of a page that was left out, whole, so that it can be put back. */
const leftOutPiece = z.strictObject({
  id,
  text: z.string(),
  reason: leftOutReason,
  /** The block id of the body block it stood before; null when it came after the last block. */
  beforeBlockId: z.string().nullable(),
  takenBack: z.boolean(),
});
export type LeftOutPiece = z.infer<typeof leftOutPiece>;

/** What was read from one file, kept with the article it became. */
export const importReport = z.strictObject({
  articleId: id,
  source: z.string(),
  importedAt: time,
  /** For example `utf-8`, `windows-1252`, `utf-16le`. */
  encoding: z.string(),
  format: z.enum(['text', 'markdown', 'html']),
  /** What the editor should know: "Read as Windows-1252", "Section Europe is new". */
  notices: z.array(z.string()).readonly(),
  leftOut: z.array(leftOutPiece).readonly(),
});
export type ImportReport = z.infer<typeof importReport>;

/** The figures of an imported article, as the command line prints them. */
export const importSummary = z.strictObject({
  id,
  headline: z.string(),
  section: z.string().nullable(),
  hashtags: z.array(z.string()).readonly(),
  adSlots: z.int(),
  crossheads: z.int(),
  words: z.int(),
  leftOut: z.int(),
});
export type ImportSummary = z.infer<typeof importSummary>;
