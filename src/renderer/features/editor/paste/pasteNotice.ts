import type { PastedHtml } from '#shared/document/reading/pasted';
import type { PictureOutOfReach } from '#shared/document/reading/pictures';

/** Above this many, names are only counted. */
const MOST_NAMES = 3;

/** What happened to pasted HTML on its way into the story, in words; null when nothing changed. */
export function pasteNotice(
  { hiddenWords, embeds, pictures, parts, tables, letteredLists, links }: PastedHtml,
  badPictures: readonly string[] = [],
): string | null {
  const changes = [
    some(tables, 'table became one line per row', 'tables became one line per row'),
    some(
      letteredLists,
      'list numbered by letters or other numerals is now numbered 1, 2, 3',
      'lists numbered by letters or other numerals are now numbered 1, 2, 3',
    ),
    some(embeds.linked.length, 'embed became a link', 'embeds became links', embeds.linked.map(hostOf)),
  ].filter((part) => part !== '');
  const losses = [
    some(hiddenWords, 'hidden word', 'hidden words'),
    ...picturesOutOfReach(pictures.outOfReach),
    some(badPictures.length, 'image that cannot be kept', 'images that cannot be kept', badPictures),
    some(links.length, 'incomplete link', 'incomplete links', links),
    some(embeds.lost, 'embed without an address', 'embeds without an address'),
    some(parts.drawings, 'drawing', 'drawings'),
    some(parts.fields, 'button or form field', 'buttons or form fields'),
  ].filter((part) => part !== '');
  const sentences = [
    ...(changes.length > 0 ? [`In what you pasted, ${listed(changes)}.`] : []),
    ...(losses.length > 0 ? [`Left out of what you pasted: ${listed(losses)}.`] : []),
    ...(pictures.outOfReach.length > 0 ? ['Drop image files into the text to add them.'] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}

const outOfReach = {
  file: ['image in a file', 'images in files'],
  page: ['image that only its own page can show', 'images that only their own page can show'],
  drawing: ['SVG drawing', 'SVG drawings'],
} as const satisfies Record<PictureOutOfReach['where'], readonly [string, string]>;

function picturesOutOfReach(pictures: readonly PictureOutOfReach[]): readonly string[] {
  return Object.entries(outOfReach).map(([kind, [one, more]]) => {
    const names = pictures.filter(({ where }) => where === kind).map(({ name }) => name);
    return some(names.length, one, more, names);
  });
}

/** "2 drawings", with the names where they are few; nothing for none. */
function some(count: number, one: string, more: string, names: readonly string[] = []): string {
  if (count === 0) return '';
  const different = [...new Set(names.filter((name) => name !== ''))];
  const named = different.length > 0 && different.length <= MOST_NAMES ? ` (${different.join(', ')})` : '';
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}${named}`;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}
