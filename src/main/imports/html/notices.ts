import type { Node } from '@tiptap/pm/model';
import { homelessLinks } from '#shared/document/homelessLinks';
import type { ReadingChanges } from '#shared/document/reading/letteredLists';
import { say, saying } from '#shared/language/say';
import { enumerated, quoted } from '#shared/language/formats';

/** Shown if much of a page's text is not in the story that was found, or nothing marks the story. */
export const unsure = saying(
  'Nutgraf could not tell for sure where the story begins and ends. Check both; what was left out is in the import report.',
);

/** How many addresses a notice names. */
const NAMED = 3;

/** Images that cannot be reached from here. */
export function missingNotice(addresses: readonly string[]): string {
  const [count, named] = [addresses.length, namesOf(addresses)];
  if (named === '') {
    return say(
      '{count, plural, one {# image is not inside the page, so Nutgraf could not import it. Drop the files into the article.} other {# images are not inside the page, so Nutgraf could not import them. Drop the files into the article.}}',
      { count },
    );
  }
  return say(
    '{count, plural, one {# image is not inside the page, so Nutgraf could not import it ({named}). Drop the files into the article.} other {# images are not inside the page, so Nutgraf could not import them ({named}). Drop the files into the article.}}',
    { count, named },
  );
}

/** The incomplete links of a story whose source does not say where it is from; empty for none. */
export function homelessNotice(story: Node): readonly string[] {
  const addresses = homelessLinks(story);
  const [count, named] = [addresses.length, namesOf(addresses)];
  if (count === 0) return [];
  if (named === '') {
    return [
      say(
        '{count, plural, one {# link is incomplete, and nothing says which site the file is from. Complete it before you publish: until then it goes out as text, because on your own site it would lead to your own pages.} other {# links are incomplete, and nothing says which site the file is from. Complete them before you publish: until then they go out as text, because on your own site they would lead to your own pages.}}',
        { count },
      ),
    ];
  }
  return [
    say(
      '{count, plural, one {# link is incomplete, and nothing says which site the file is from ({named}). Complete it before you publish: until then it goes out as text, because on your own site it would lead to your own pages.} other {# links are incomplete, and nothing says which site the file is from ({named}). Complete them before you publish: until then they go out as text, because on your own site they would lead to your own pages.}}',
      { count, named },
    ),
  ];
}

/** How the story differs from its source; empty for nothing. */
export function changeNotices({ tables, letteredLists }: ReadingChanges): readonly string[] {
  const ofTables = say(
    '{count, plural, one {# table became one line per row, with spaces between the cells.} other {# tables became one line per row, with spaces between the cells.}}',
    { count: tables },
  );
  const ofLists = say(
    '{count, plural, one {# list numbered by letters or other numerals is now numbered 1, 2, 3.} other {# lists numbered by letters or other numerals are now numbered 1, 2, 3.}}',
    { count: letteredLists },
  );
  return [...(tables === 0 ? [] : [ofTables]), ...(letteredLists === 0 ? [] : [ofLists])];
}

function namesOf(addresses: readonly string[]): string {
  const known = [...new Set(addresses)]
    .filter((address) => address !== '' && !/^(?:javascript|data|vbscript):/i.test(address))
    .map((address) => quoted(address.slice(0, 80)));
  return `${enumerated(known.slice(0, NAMED))}${known.length > NAMED ? ' …' : ''}`;
}
