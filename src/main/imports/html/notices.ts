import type { Node } from '@tiptap/pm/model';
import { homelessLinks } from '#shared/document/homelessLinks';
import type { ReadingChanges } from '#shared/document/reading/letteredLists';

/** Said where much of a page's text is not in the story that was found, or nothing marks the story. */
export const UNSURE =
  'Where the story begins and ends could not be told for sure. Check both; what was left out is in the import report.';

/** How many addresses a notice names. */
const NAMED = 3;

/** Pictures whose addresses lead nowhere from here. */
export function missingNotice(addresses: readonly string[]): string {
  const pictures = addresses.length === 1 ? '1 picture is' : `${count(addresses)} pictures are`;
  return `${pictures} not inside the page and could not be taken along${named(addresses)}. Drop the files into the article.`;
}

/** The links of a story that name no site, where its source does not say where it is from; empty for none. */
export function homelessNotice(story: Node): readonly string[] {
  const addresses = homelessLinks(story);
  if (addresses.length === 0) return [];
  const [links, them, they] =
    addresses.length === 1
      ? ['1 link names', 'it', 'it goes']
      : [`${count(addresses)} links name`, 'them', 'they go'];
  return [
    `${links} no site, and nothing says where the file is from${named(addresses)}. Complete ${them} before you publish: until then ${they} out as text, since on your own site ${addresses.length === 1 ? 'it' : 'they'} would lead to your own pages.`,
  ];
}

/** What the story holds otherwise than its source did; empty for nothing. */
export function changeNotices({ tables, letteredLists }: ReadingChanges): readonly string[] {
  return [
    ...(tables === 0
      ? []
      : [
          tables === 1
            ? '1 table became a line for each row, its cells apart.'
            : `${tables.toLocaleString('en')} tables became a line for each row, their cells apart.`,
        ]),
    ...(letteredLists === 0
      ? []
      : [
          letteredLists === 1
            ? '1 list that counted by letters or other numerals now counts by numbers.'
            : `${letteredLists.toLocaleString('en')} lists that counted by letters or other numerals now count by numbers.`,
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
