import { toHashtag } from '#shared/domain/hashtag';

/** The most that a notice names one by one. */
const MOST_NAMED = 10;

/**
 * Says which of a source's tags could not stay as they are spelt, since a hashtag is one word: `hand-made` becomes
 * #handmade. Words that are only joined are not named; a tag of which nothing is left is. Empty where all stay.
 */
export function respeltNotices(names: readonly string[]): readonly string[] {
  const changes = [...new Set(names.map(spelling))].flatMap((name) => {
    const tag = toHashtag(name);
    if (name === '' || tag === name.replaceAll(' ', '')) return [];
    return [tag === null ? `“${name}” was left out` : `“${name}” became #${tag}`];
  });
  if (changes.length === 0) return [];
  const named = changes.slice(0, MOST_NAMED).join(', ');
  const others = changes.length - MOST_NAMED;
  const rest = others > 0 ? `, and ${others.toLocaleString('en')} more changed` : '';
  return [`A hashtag is one word of letters, digits, underscores and emoji: ${named}${rest}.`];
}

function spelling(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^[\s#＃]+|\s+$/gu, '')
    .replace(/\s+/gu, ' ');
}
