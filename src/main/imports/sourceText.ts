import type { ImportReport } from '#shared/domain/importReport';

export type SourceFormat = ImportReport['format'];

/** A file's text, ready to be read: well-formed Unicode without control characters, with `\n` line ends. */
export interface SourceText {
  /** The file's name, never its path. */
  readonly name: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly text: string;
  /** What the reading altered, in whole sentences. */
  readonly notices: readonly string[];
}
