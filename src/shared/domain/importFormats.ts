import { saying } from '../language/say';

interface ImportFormat {
  readonly label: () => string;
  /** How the names of its files end, without the dot; the usual one first. */
  readonly extensions: readonly string[];
  /** Its media types, as the systems' lists of file types know them. */
  readonly types: readonly string[];
}

/**
 * What an import reads. The file dialog and the command line fold over this; its
 * test keeps the packages' file types in step.
 */
export const importFormats = {
  text: { label: saying('Plain text'), extensions: ['txt', 'text'], types: ['text/plain'] },
  markdown: {
    label: saying('Markdown text'),
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    types: ['text/markdown'],
  },
  html: {
    label: saying('Web page'),
    extensions: ['html', 'htm', 'xhtml', 'xhtm'],
    types: ['text/html', 'application/xhtml+xml'],
  },
} as const satisfies Record<string, ImportFormat>;

export type ImportFormatName = keyof typeof importFormats;

/** Every ending of a file's name that an import knows, without the dot. */
export const importExtensions: readonly string[] = Object.values(importFormats).flatMap(
  ({ extensions }) => extensions,
);

/** The format that a file's name says; null when it says none. */
export function formatOfName(name: string): ImportFormatName | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const found = Object.entries<ImportFormat>(importFormats).find(
    ([, { extensions }]) => ending !== undefined && extensions.includes(ending),
  );
  return found === undefined ? null : (found[0] as ImportFormatName);
}
