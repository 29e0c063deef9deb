/** The changes of one version, as `CHANGELOG.md` has them (keepachangelog.com, 1.1.0). */
export interface VersionChanges {
  /** “Unreleased” for what no version has yet. */
  readonly version: string;
  /** Its day, `2026-03-31`; null for what is unreleased. */
  readonly day: string | null;
  readonly groups: readonly {
    /** “Added”, “Fixed” … */
    readonly title: string;
    readonly changes: readonly string[];
  }[];
}

const heading = /^\[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?/u;

/** Reads it, newest version first; a version of which nothing is said is left out. Code signs and the like are removed. */
export function readChangelog(text: string): readonly VersionChanges[] {
  return text
    .split(/^## /mu)
    .slice(1)
    .flatMap((part): readonly VersionChanges[] => {
      const [, version, day = null] = heading.exec(part) ?? [];
      const groups = part.split(/^### /mu).slice(1).map(readGroup);
      return version === undefined || groups.length === 0 ? [] : [{ version, day, groups }];
    });
}

function readGroup(part: string): VersionChanges['groups'][number] {
  const [title = '', ...lines] = part.split('\n');
  const items = `\n${lines.join('\n')}`.split(/\n- /u).slice(1);
  return { title: title.trim(), changes: items.map((item) => plain(item.replace(/\s+/gu, ' ').trim())) };
}

/** A link by its words, and no signs for bold or code. */
const plain = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\*\*|`/gu, '');
