import type { Node } from '@tiptap/pm/model';
import { homelessLinks } from '#shared/document/homelessLinks';
import type { ReadingChanges } from '#shared/document/reading/letteredLists';

/** Shown if much of a page's text is not in the story that was found, or nothing marks the story. */
export const UNSURE =
  'Nutgraf could not tell for sure where the story begins and ends. Check both; what was left out is in the import report.';

/** How many addresses a notice names. */
const NAMED = 3;

/** Images that cannot be reached from here. */
export function missingNotice(addresses: readonly string[]): string {
  const pictures = addresses.length === 1 ? '1 image is' : `${count(addresses)} images are`;
  return `${pictures} not inside the page, so Nutgraf could not import ${addresses.length === 1 ? 'it' : 'them'}${named(addresses)}. Drop the files into the article.`;
}

/** The incomplete links of a story whose source does not say where it is from; empty for none. */
export function homelessNotice(story: Node): readonly string[] {
  const addresses = homelessLinks(story);
  if (addresses.length === 0) return [];
  const [links, them, they] =
    addresses.length === 1
      ? ['1 link is incomplete', 'it', 'it goes']
      : [`${count(addresses)} links are incomplete`, 'them', 'they go'];
  return [
    `${links}, and nothing says which site the file is from${named(addresses)}. Complete ${them} before you publish: until then ${they} out as text, because on your own site ${addresses.length === 1 ? 'it' : 'they'} would lead to your own pages.`,
  ];
}

/** How the story differs from its source; empty for nothing. */
export function changeNotices({ tables, letteredLists }: ReadingChanges): readonly string[] {
  return [
    ...(tables === 0
      ? []
      : [
          tables === 1
            ? '1 table became one line per row, with spaces between the cells.'
            : `${tables.toLocaleString('en')} tables became one line per row, with spaces between the cells.`,
        ]),
    ...(letteredLists === 0
      ? []
      : [
          letteredLists === 1
            ? '1 list numbered by letters or other numerals is now numbered 1, 2, 3.'
            : `${letteredLists.toLocaleString('en')} lists numbered by letters or other numerals are now numbered 1, 2, 3.`,
        ]),
  ];
}

function count(addresses: readonly string[]): string {
  return addresses.length.toLocaleString('en');
}

function named(addresses: readonly string[]): string {
  const known = [...new Set(addresses)]
    .filter((address) => address !== '' && !/^(?:javascript|data|vbscript):/i.test(address))
    .map((address) => `“${address.slice(0, 80)}”`);
  if (known.length === 0) return '';
  return ` (${known.slice(0, NAMED).join(', ')}${known.length > NAMED ? ' …' : ''})`;
}
