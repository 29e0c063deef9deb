import type { CmsKind } from '#shared/domain/cmsKinds';
import {
  cmsKindIds,
  cmsKindRow,
  inSentence,
  openFields,
  secretField,
  secretVariable,
} from '#shared/domain/cmsKindWords';
import { type ExportFormat, exportFormat, exportFormats } from '#shared/domain/exportFormats';

/** How to push to one kind of CMS. */
const pushUsage = (kind: CmsKind): string => {
  const options = openFields(kind).map(({ key }) => ` --${key} ${key.toUpperCase()}`);
  return `  push ID --kind ${kind} --url URL${options.join('')}
                                     send to a ${cmsKindRow(kind).name} site; its ${inSentence(secretField(kind).label)} is taken
                                     from the environment variable ${secretVariable(kind)}, and
                                     the proxy from HTTPS_PROXY and NO_PROXY`;
};

const longestFormat = Math.max(...exportFormat.options.map(({ length }) => length));

const formatUsage = (format: ExportFormat): string =>
  `${' '.repeat(39)}${format.padEnd(longestFormat)}  ${exportFormats[format].label}`;

export const usage = `Usage: nutgraf [--store DIR] COMMAND

  import FILE…                       import text, Markdown or HTML; one JSON line an article
  list                               one JSON line an article, the newest first
  show ID                            the whole article as JSON
  set ID --headline TEXT             change an article as a save of the app would
  set ID --section NAME
  set ID --append-paragraph TEXT
  export --format FORMAT --out DIR [--id ID … | --section NAME | --all]
                                     FORMAT is one of
${exportFormat.options.map(formatUsage).join('\n')}
${cmsKindIds.map(pushUsage).join('\n')}

  --override REASON                  with export and push: articles under embargo or legal hold leave all the
                                     same, and their history keeps the reason
  --store DIR                        the store's folder; without it, the app's own

Exit codes: 0 done, 1 something failed, 2 wrong use, 3 conflict (nothing sent), 4 waiting for the network.
`;

/** Thrown for a command line that is not of the usage's form; ends the process with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
