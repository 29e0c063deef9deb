import { z } from 'zod';
import { say } from '../language/say';

/** The maximum number of hashtags per article; a CMS creates one tag, with one request, for each. */
export const HASHTAG_LIMIT = 200;

/**
 * A letter or digit with its marks, as `नि` or `é`; joiners are allowed inside a word. Nothing in it is invisible.
 */
const letter = String.raw`(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}_])(?:(?!\p{Default_Ignorable_Code_Point})\p{M})*`;
const joined = String.raw`${letter}(?:[\u200c\u200d]${letter})*`;

/** One emoji with its joiners, skin tones and variation signs (UTS #51, section 1.4.9). */
const pictograph = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|[\ufe0e\ufe0f]\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
const emoji = String.raw`(?:\p{Regional_Indicator}{2}|[0-9]\ufe0f?\u20e3|${pictograph}(?:\u200d${pictograph})*)`;

const units = new RegExp(`${emoji}|${joined}`, 'gu');

/** The maximum length of a tag in code units. */
const LONGEST = 100;

/**
 * A hashtag as shown, without its `#`: letters, marks, digits, `_`, joiners, and whole emoji. What a person types
 * becomes one through `toHashtag`, which lets nothing invisible through; a store may contain older ones.
 */
export const hashtag = z
  .string()
  .max(LONGEST)
  .regex(new RegExp(String.raw`^(?:${emoji}|[\p{L}\p{M}\p{N}_\u200c\u200d])+$`, 'u'), {
    error: () => say('A hashtag is one word of letters, digits, underscores and emoji.'),
  });
export type Hashtag = z.infer<typeof hashtag>;

/**
 * One canonical form per tag: NFKC, folded case and no variation selectors, so that `#Berlin` and `#BERLIN` are one
 * tag, and so are the two forms of an emoji.
 */
export function hashtagKey(tag: Hashtag): string {
  return tag
    .normalize('NFKC')
    .toLocaleLowerCase('und')
    .replace(/[\ufe0e\ufe0f]/gu, '');
}

/** The hashtag meant by what was typed: `# City Council` gives `CityCouncil`. Null when nothing is left. */
export function toHashtag(typed: string): Hashtag | null {
  const words = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/^(?:\s|[#＃](?!\ufe0f?\u20e3))+/u, '');
  let tag = '';
  for (const [part] of words.matchAll(units)) {
    if (tag.length + part.length > LONGEST) break;
    tag += part;
  }
  return tag === '' ? null : tag;
}

/** The same tags in order, each kept once in its first spelling. */
export function uniqueHashtags(tags: readonly Hashtag[]): readonly Hashtag[] {
  const first = new Map<string, Hashtag>();
  for (const tag of tags) {
    const key = hashtagKey(tag);
    if (!first.has(key)) first.set(key, tag);
  }
  return [...first.values()];
}
