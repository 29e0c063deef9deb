import { list } from './phrases';

const by = new RegExp(
  `^(?:${list(`by, von, par, por, di, de, door, av, af, yazan, oleh, od, автор, автори, текст, द्वारा, लेखक, رپورٹ,
    بقلم, كتب, كتبت, تحرير, از, מאת, 文, 記者, 记者, 作者`).join('|')})(?:\\s*[:：]\\s*|\\s+)(?=\\S)`,
  'iu',
);

const particles = new Set(
  list(
    'and, und, et, y, e, en, och, og, i, и, de, da, do, dos, del, della, di, von, van, der, den, la, le, bin, ibn, al, for',
  ),
);

const LONGEST = 120;

/** Who wrote it, of a line such as "By Ana Example and Bo Example | 12 October 2025"; null for any other line. */
export function bylineIn(line: string): string | null {
  if (line.length > LONGEST) return null;
  const name = withoutDate(line.replace(by, ''));
  return by.test(line) && isName(name, 1) ? name : null;
}

/** A line that is only a person's name: two to four words with capitals; nothing tells a name in other scripts. */
export function nameIn(line: string): string | null {
  const [name = ''] = line.split(/\s*[|•·]\s*|\s*[-–—]\s+/u);
  const isShort = line.length <= LONGEST && name.split(/\s+/).length <= 4;
  return isShort && /^\p{Lu}/u.test(name) && isName(name, 2) ? name : null;
}

/** Whether a line only says "By": the name stands on the next. */
export function isLoneBy(line: string): boolean {
  return line.length <= 12 && by.test(`${line} x`) && !by.test(line);
}

/**
 * A line that only says when: a year with a day, or an hour, and at most five words around them. Words of no
 * language are needed, since digits tell enough where a headline stands above.
 */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const numbers = line.match(/\p{Nd}+/gu) ?? [];
  if (numbers.length === 0) return false;
  const words = line.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const hasYear = numbers.some((number) => number.length === 4) && numbers.length >= 2;
  const hasHour = /\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(line);
  const hasSpan =
    words.length <= 4 && /\b(?:min|mins|minutes?|hours?|days?|ago|read|minuten|stunden|vor)\b/i.test(line);
  return words.length <= 6 && (hasYear || hasHour || hasSpan);
}

/** Whether a line says who wrote the story, or when. */
export function isSignature(line: string): boolean {
  return bylineIn(line) !== null || isDateLine(line) || isLoneBy(line);
}

/** Counters, dashes and the like around a headline: nothing that can be read. */
export function isScrap(line: string): boolean {
  return line.length <= 12 && !/\p{L}/u.test(line);
}

function withoutDate(line: string): string {
  const [name = ''] = line.split(/\s*[|•·]\s*|\s*[-–—]\s+|,?\s+(?=\p{Nd})/u);
  return name.replace(/\s+(?:in|on|am|le|el)\s*$/iu, '').trim();
}

/** Each word begins with a capital, is a particle, or belongs to a script that has no capitals. */
function isName(name: string, least: number): boolean {
  const words = name.split(/[\s,&]+/u).filter((word) => word !== '');
  const fits = words.length >= least && words.length <= 12 && !/\p{Nd}|[.!?:;]$/u.test(name);
  return (
    fits &&
    words.every((word) => particles.has(word.toLowerCase()) || /^["'(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word))
  );
}
