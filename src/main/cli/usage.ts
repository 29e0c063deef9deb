import type { CmsKind } from '#shared/domain/cmsKinds';
import { cmsKindIds, cmsKindRow, openFields, secretField, secretVariable } from '#shared/domain/cmsKindWords';
import { inSentence } from '#shared/language/formats';
import { type ExportFormat, exportFormat, exportFormats } from '#shared/domain/exportFormats';

/** How to push to one kind of CMS. */
const pushUsage = (kind: CmsKind): string => {
  const options = openFields(kind).map(({ key }) => ` --${key} ${key.toUpperCase()}`);
  return `  push ID --kind ${kind} --url URL${options.join('')}
                                     send to a ${cmsKindRow(kind).name} site; its ${inSentence(secretField(kind).label())} is read
                                     from the environment variable ${secretVariable(kind)}, and
                                     the proxy from HTTPS_PROXY and NO_PROXY`;
};

const longestFormat = Math.max(...exportFormat.options.map(({ length }) => length));

const formatUsage = (format: ExportFormat): string =>
  `${' '.repeat(39)}${format.padEnd(longestFormat)}  ${exportFormats[format].label()}`;

export const usage = `Usage: nutgraf [--store DIR] [FILE…]      open the app, and these files in it
       nutgraf [--store DIR] COMMAND

  import FILE…                       import text, Markdown or HTML; one JSON line per article
  list                               one JSON line per article, newest first
  show ID                            print the whole article as JSON
  set ID --headline TEXT             change an article, as saving it in the app would
  set ID --section NAME
  set ID --append-paragraph TEXT
  export --format FORMAT --out DIR [--id ID … | --section NAME | --all]
                                     FORMAT is one of
${exportFormat.options.map(formatUsage).join('\n')}
${cmsKindIds.map(pushUsage).join('\n')}

  --override REASON                  with export and push: let articles under embargo or legal hold
                                     go out all the same; their history keeps the reason
  --store DIR                        the store's folder (default: the app's own)
  --version                          print the version

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 conflict (nothing sent), 4 waiting for the network,
130 stopped by Ctrl+C (import and export keep what they had done; each file not read has its line).
`;

/** Thrown for a command line that does not match the usage; ends the process with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
