import { list } from './phrases';

/** What ends with a full stop without ending a sentence. */
const abbreviations = list(`
  jr, sr, inc, co, corp, ltd, st, no, vs, etc, dr, mr, mrs, ms, prof, a.m, p.m, e.V, u.a, bzw, usw, nr, str, z.B, mio, mrd,
  av, sra, srta, dna, tzv, atd, apod, т.д, гг, др
`);

const initials = /(?:^|[\s.("“])(?:\p{Lu}\.\s?){1,5}["'”’»)]*$/u;
const abbreviation = new RegExp(
  `(?:^|[\\s(])(?:${abbreviations.join('|').replaceAll('.', '\\.')})\\.["'”’»)]*$`,
  'iu',
);
const question = /[?!？！؟;]["'”’»›“‘)\]」』】\u200e\u200f]*$/u;

/** A sentence ends and another begins; the full stop after initials does not end one. */
const sentenceBreak = /(?:(?<!(?:^|[\s.("“])\p{Lu})[.…]|[!?。।؟۔！？])["'”’»)]*\s+(?=\S)/gu;

const LONGEST = 160;

/**
 * Whether a line that ends as a sentence does may still be a headline: a question or an exclamation, or one that ends
 * with initials or an abbreviation ("… says J. R.", "… in the U.S.").
 */
export function isTitleLikeSentence(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (initials.test(line) || abbreviation.test(line)) return breaksIn(line) === 0;
  return question.test(line) && breaksIn(line) <= (line.length <= 110 ? 1 : 0);
}

/** A first line may be a headline even if it is very long, or ends with a full stop before a longer text. */
export function namesOneSentence(line: string): boolean {
  return breaksIn(line) === 0 && (line.length <= 120 || !/[.!?…।。؟۔]$/u.test(line));
}

function breaksIn(line: string): number {
  return line.match(sentenceBreak)?.length ?? 0;
}
