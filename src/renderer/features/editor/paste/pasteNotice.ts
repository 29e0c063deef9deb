import type { PastedHtml } from '#shared/document/reading/pasted';
import type { PictureOutOfReach } from '#shared/document/reading/pictures';
import { enumerated, listed } from '#shared/language/formats';
import { say } from '#shared/language/say';

/** Above this many, names are only counted. */
const MOST_NAMES = 3;

/** What happened to pasted HTML on its way into the story, in words; null when nothing changed. */
export function pasteNotice(
  { hiddenWords, embeds, pictures, parts, tables, letteredLists, links }: PastedHtml,
  badPictures: readonly string[] = [],
): string | null {
  const changes = [
    some(told.tables, tables),
    some(told.lists, letteredLists),
    some(told.linked, embeds.linked.length, embeds.linked.map(hostOf)),
  ].filter((part) => part !== '');
  const losses = [
    some(told.hiddenWords, hiddenWords),
    ...picturesOutOfReach(pictures.outOfReach),
    some(told.badPictures, badPictures.length, badPictures),
    some(told.links, links.length, links),
    some(told.lost, embeds.lost),
    some(told.drawings, parts.drawings),
    some(told.fields, parts.fields),
  ].filter((part) => part !== '');
  const sentences = [
    changes.length > 0 ? say('In what you pasted, {changes}.', { changes: listed(changes) }) : '',
    losses.length > 0 ? say('Left out of what you pasted: {losses}.', { losses: listed(losses) }) : '',
    pictures.outOfReach.length > 0 ? say('Drop image files into the text to add them.') : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? sentences.join(' ') : null;
}

type Told = (count: number) => string;

/** What is told of each kind of change and of loss. */
const told = {
  tables: (count) =>
    say('{count, plural, one {# table became one line per row} other {# tables became one line per row}}', {
      count,
    }),
  lists: (count) =>
    say(
      '{count, plural, one {# list numbered by letters or other numerals is now numbered 1, 2, 3} other {# lists numbered by letters or other numerals are now numbered 1, 2, 3}}',
      { count },
    ),
  linked: (count) =>
    say('{count, plural, one {# embed became a link} other {# embeds became links}}', { count }),
  hiddenWords: (count) => say('{count, plural, one {# hidden word} other {# hidden words}}', { count }),
  badPictures: (count) =>
    say('{count, plural, one {# image that cannot be kept} other {# images that cannot be kept}}', { count }),
  links: (count) => say('{count, plural, one {# incomplete link} other {# incomplete links}}', { count }),
  lost: (count) =>
    say('{count, plural, one {# embed without an address} other {# embeds without an address}}', { count }),
  drawings: (count) => say('{count, plural, one {# drawing} other {# drawings}}', { count }),
  fields: (count) =>
    say('{count, plural, one {# button or form field} other {# buttons or form fields}}', { count }),
} as const satisfies Record<string, Told>;

const outOfReach: Readonly<Record<PictureOutOfReach['where'], Told>> = {
  file: (count) => say('{count, plural, one {# image in a file} other {# images in files}}', { count }),
  page: (count) =>
    say(
      '{count, plural, one {# image that only its own page can show} other {# images that only their own page can show}}',
      { count },
    ),
  drawing: (count) => say('{count, plural, one {# SVG drawing} other {# SVG drawings}}', { count }),
};

function picturesOutOfReach(pictures: readonly PictureOutOfReach[]): readonly string[] {
  return Object.entries(outOfReach).map(([kind, tell]) => {
    const names = pictures.filter(({ where }) => where === kind).map(({ name }) => name);
    return some(tell, names.length, names);
  });
}

/** "2 drawings", with the names where they are few; nothing for none. */
function some(tell: Told, count: number, names: readonly string[] = []): string {
  if (count === 0) return '';
  const different = [...new Set(names.filter((name) => name !== ''))];
  if (different.length === 0 || different.length > MOST_NAMES) return tell(count);
  return say('{things} ({names})', { things: tell(count), names: enumerated(different) });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}
