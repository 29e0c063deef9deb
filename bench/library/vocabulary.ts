import type { Vocabulary } from '../corpus';

/** As many words as a newspaper's archive has, apart from names. */
const WORDS = 60_000;
/** How many articles share a word of their own, as those of one week share the name of a storm. */
const SEASON = 500;

const syllables = (
  'the an of in to re st pro con ma ber lin tor sha pe dis ver tal gra mon ' +
  'ki lo fa sen dra bu ho nes cal wi ral tem ju os clo pha ur zen y ga'
).split(' ');

/** The word at a rank: the more common, the shorter, as in English. */
export function wordAt(rank: number): string {
  const rest = Math.floor(rank / syllables.length);
  return `${syllables[rank % syllables.length] ?? ''}${rest === 0 ? '' : wordAt(rest - 1)}`;
}

const ranked = Array.from({ length: WORDS }, (_, rank) => wordAt(rank));

/** The word that only the articles of one season have, one in fifty of them. */
export const seasonWord = (article: number): string =>
  `season${wordAt(WORDS + Math.floor(article / SEASON))}`;

/** Words by Zipf's law: the second is half as frequent as the first, the third a third. */
export function zipf(article: number): Vocabulary {
  const season = seasonWord(article);
  return (share) =>
    share < 0.02
      ? season
      : (ranked[Math.min(WORDS - 1, Math.floor((WORDS + 1) ** ((share - 0.02) / 0.98)) - 1)] ?? season);
}
