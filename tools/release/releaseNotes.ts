import { readFileSync } from 'node:fs';
import { inProject, Problem } from '../project';

/** The one place of the version: package.json. */
export function projectVersion(): string {
  const manifest = readFileSync(inProject('package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/**
 * What is new in a version, as the list of changes has it (keepachangelog.com, 1.1.0).
 *
 * @param tag the release's tag in Git: `v` and the version
 * @throws Problem where the tag is not this version's, or the version has no part with a date, or an empty one
 */
export function releaseNotes(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`)
    throw new Problem(
      `The tag ${tag} is not that of version ${version}, which package.json names: it would be v${version}.`,
    );
  const parts = changelog.split(/^## /mu).slice(1);
  const part = parts.find((text) => text.startsWith(`[${version}] - `));
  const [heading = '', ...lines] = (part ?? '').split('\n');
  if (!/\] - \d{4}-\d{2}-\d{2}$/u.test(heading))
    throw new Problem(
      `CHANGELOG.md has no part “[${version}] - YYYY-MM-DD”. Rename “[Unreleased]” to that, and begin a new one.`,
    );
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Problem(`CHANGELOG.md says nothing of version ${version}.`);
  return notes;
}
