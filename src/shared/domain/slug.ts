import { articleFields } from './fields';
import { plainLatin } from './folding';

/**
 * The maximum length of a slug made from a headline, in code units, cut at whole words so that a URL stays readable.
 */
const MADE_SLUG_LIMIT = 80;

/**
 * The slug of a headline: lower-case letters and digits of any script, joined by dashes. Latin letters lose their
 * accents (`São` gives `sao`, `Łódź` gives `lodz`); other scripts keep their marks, without which words fall apart.
 * Empty when the headline has no letter or digit.
 */
export function slugOf(headline: string): string {
  const letters = plainLatin(headline.toWellFormed().normalize('NFKC').toLocaleLowerCase('und')).replace(
    /[‘’ʼ']/gu,
    '',
  );
  const words = letters.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MADE_SLUG_LIMIT) break;
    slug = longer;
  }
  return slug === ''
    ? Array.from(words[0] ?? '')
        .slice(0, MADE_SLUG_LIMIT / 2)
        .join('')
    : slug;
}

/** A typed slug, made safe for a URL: no spaces, slashes or symbols, within the field's limit. */
export function tidySlug(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .toLocaleLowerCase('und')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, articleFields.slug.limit)
    .toWellFormed()
    .replace(/\ufffd/gu, '')
    .replace(/^-+|-+$/gu, '');
}
