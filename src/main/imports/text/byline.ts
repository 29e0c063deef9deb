import { list } from './phrases';
import { roleWords, signingWords } from './signatureWords';

const words = (phrases: readonly string[]): string =>
  phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');

/** Signs between "by" and the name, or between the name and what follows it. */
const colon = '\\s*[:：・･=＝/／|｜]\\s*';

const opening = new RegExp(
  `^[\\[(（【]?(?:(?:${words([...signingWords.before, ...signingWords.label])})${colon}|(?:${words(signingWords.before)})\\s+)(?=\\S)`,
  'iu',
);

const colonOpening = new RegExp(
  `^[\\[(（【]?(?:${words([...signingWords.before, ...signingWords.label])})${colon}(?=\\S)`,
  'iu',
);

/** The first words of all openings: nearly every line can be ruled out by its first word. */
const firstWords = new Set(
  [...signingWords.before, ...signingWords.label, ...signingWords.other].map((phrase) => firstWord(phrase)),
);

function firstWord(line: string): string {
  return /^[[(（【]?([\p{L}\p{M}]+)/u.exec(line)?.[1]?.toLowerCase() ?? '';
}

/** Chinese and Japanese put nothing between the word and the name. */
/** Some sites use a comma for the colon: "Author, Ana Example". */
const authorComma =
  /^(?:author|auteur|autor|autora|autore|автор|yazar|penulis|المؤلف|مصنف|लेखक|作者)\s*[,،，]\s*(?=\S)/iu;

const hanOpening =
  /^[[(（【]?(?:\p{sc=Han}{2,6})?(?:记者|記者|通讯员|作者)(?=\p{sc=Han}{2,4}(?:$|[\s／/、)）\]】]))/u;

const closing = new RegExp(
  `^[\\[(（【]?(?:[\\p{sc=Han}\\p{sc=Hangul}]{2,8}\\s*[=＝]?\\s+)?([\\p{L}\\p{M}·.\\s]{2,30}?)\\s*(?:${words(signingWords.after)})(?=$|[\\s=＝／/|)）\\]】])`,
  'u',
);

const anyLabel = words([...signingWords.label, ...signingWords.other]);

/** "2025-03-12 Source: Agency Author: Ana Example": each label begins a part. */
const innerLabel = new RegExp(`\\s+(?=(?:${anyLabel})\\s*[:：])`, 'iu');

const anyAfter = new RegExp(signingWords.after.join('|'));

const lone = new RegExp(
  `^(?:${words([...signingWords.before, ...signingWords.label])})\\s*(?:[:：・･=＝／/|｜])?$`,
  'iu',
);

const other = new RegExp(`^[\\[(（【]?(?:${words(signingWords.other)})\\s*[:：]\\s*\\S`, 'iu');

const particles = new Set(
  list(
    `and, und, et, y, e, en, och, og, i, и, й, та, a, oraz, si, și, ja, ve, dan, na, và, και, de, da, do, dos, das,
    du, des, del, della, dei, di, von, vom, van, der, den, zu, zum, zur, la, le, los, las, bin, ibn, bint, al, el,
    ter, ten, te, af, av, for`,
  ),
);

const LONGEST = 120;

/** "By" and "Von" may be followed by one-word names too; "di" and "na" begin many other lines. */
const strong = /^(?:by|von|door|oleh|автор|작성자|โดย)\s/iu;

/** The author named in a line such as "By Ana Example and Bo Example | 12 October 2025"; null for any other line. */
export function bylineIn(line: string): string | null {
  if (line.length > LONGEST) return null;
  return (
    signedName(line) ??
    partsOf(line)
      .map(signedName)
      .find((name) => name !== null) ??
    null
  );
}

/**
 * The parts of a line that its site separates: "12 March 2025 | By Ana Example", "Posted on 12 March by Ana Example".
 */
function partsOf(line: string): readonly string[] {
  const parts = line.split(/\s*[|•·‧／]\s*|\s+[-–—]\s+/u).slice(1);
  if (/[:：]/.test(line)) parts.push(...line.split(innerLabel).slice(1));
  const [dated = '', ...behind] = line.split(/\s(?=(?:by|von|par|por|door|av|oleh)\s+\p{Lu})/u);
  return /\p{Nd}/u.test(dated) ? [...parts, ...behind] : parts;
}

function signedName(line: string): string | null {
  const isOpened = firstWords.has(firstWord(line));
  const behind =
    (isOpened ? (opening.exec(line) ?? authorComma.exec(line))?.[0] : undefined) ??
    hanOpening.exec(line)?.[0];
  if (behind === undefined) return nameBefore(line);
  const rest = line.slice(behind.length);
  const least = strong.test(behind) || colonOpening.test(line) || !/^\p{Lu}/u.test(rest) ? 1 : 2;
  const name = cutTail(rest);
  if (!/\p{Lu}/u.test(name) && !isShortUncased(name, colonOpening.test(line))) return null;
  return nameBefore(name) ?? namePart(name, least);
}

/** "山本太郎記者", "김민수 기자". */
function nameBefore(line: string): string | null {
  if (!anyAfter.test(line)) return null;
  const name = closing.exec(line)?.[1]?.trim();
  return name !== undefined && isName(name, 1) ? name : null;
}

/** In scripts without capitals, only its length marks a name. */
function isShortUncased(name: string, hasColon: boolean): boolean {
  return name.length <= 60 && name.split(/\s+/u).length <= (hasColon ? 10 : 4);
}

/** The names in "Ana Example, chief reporter": all of it if all are names. */
function namePart(text: string, least: number): string | null {
  const parts = text.split(/\s*[,،，]\s*/u);
  const names = parts.slice(
    0,
    1 + parts.slice(1).findLastIndex((part) => isName(part, 2) && !isRole(part)) + 1,
  );
  const whole = names.join(', ');
  return isName(whole, least) ? whole : null;
}

/** Whether a line only says "and", between two names. */
export function isConjunction(line: string): boolean {
  return line.length <= 5 && conjunction.test(` ${line} `) && /^(?:\p{L}+|&)$/u.test(line);
}

const conjunction = /\s+(?:and|und|et|y|e|en|och|og|i|и|та|й|a|ve|dan|oraz|și)\s+|\s*&\s*/iu;

/**
 * The names in a line that contains nothing else except a role or a date: two to four capitalised words each, since
 * nothing marks a name in other scripts.
 */
export function nameIn(line: string): string | null {
  if (line.length > LONGEST || !/^\p{Lu}/u.test(line)) return null;
  const parts = cutTail(line).split(/\s*,\s*/u);
  const role = parts.findIndex((part) => isRole(part) || !/^\p{Lu}/u.test(part));
  const names = parts.slice(0, role < 0 ? undefined : role);
  const isAll = names.length > 0 && names.flatMap((name) => name.split(conjunction)).every(isOnePerson);
  return isAll ? names.join(', ') : null;
}

function isOnePerson(name: string): boolean {
  return name.split(/\s+/u).length <= 4 && isName(name, 2);
}

/** Whether a line may be a name in a script without capitals but with spaces: only its length tells. */
export function isBareUncased(line: string): boolean {
  const count = line.split(/\s+/u).length;
  const isSpaceless =
    /[\p{Lu}\p{Nd}\p{P}\p{sc=Han}\p{sc=Hangul}\p{sc=Thai}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(line);
  return count >= 2 && count <= 3 && line.length <= 30 && !isSpaceless;
}

/** Whether a text may be one person's name and nothing else; `least` is in words, for scripts with capitals. */
export function isPersonName(text: string, least: number): boolean {
  const isCased = /\p{Lu}/u.test(text);
  const isShort = isCased ? text.length <= 80 : text.length <= 40 && text.split(/\s+/u).length <= 5;
  return text !== '' && isShort && isName(text, isCased ? least : 1);
}

/** Whether a line only says "By": the name is on the next. */
export function isLoneBy(line: string): boolean {
  return line.length <= 20 && firstWords.has(firstWord(line)) && lone.test(line);
}

/** Somebody's job on a paper: "Political correspondent". Thai and similar scripts put no space between words. */
export function isRole(line: string): boolean {
  const parts = line.toLowerCase().split(/[^\p{L}\p{M}]+/u);
  if (parts.length > 6) return false;
  return parts.some((part) => roles.has(part)) || spacelessRoles.some((role) => line.includes(role));
}

const roles = new Set(roleWords);
const spacelessRoles = roleWords.filter((role) =>
  /[\p{sc=Thai}\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u.test(role),
);

/** Whether a line says who edited a story or where it was taken from: "Source: …". */
function isCredit(line: string): boolean {
  return line.length <= 60 && firstWords.has(firstWord(line)) && other.test(line);
}

const timeWords = new Set(
  [...signingWords.stamp, ...signingWords.day, ...signingWords.unit].flatMap((phrase) => phrase.split(' ')),
);
const minutes = amounts(signingWords.minute);
const units = amounts(signingWords.unit);

/** A number with one of the units before or after it. Chinese, Japanese, Korean and Thai join the two. */
function amounts(names: readonly string[]): RegExp {
  return new RegExp(
    `(?:^|[^\\p{L}\\p{M}])(?:${words(names)})(?![\\p{L}\\p{M}])|\\p{Nd}\\s*(?:${words(names.filter((name) => /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Thai}]/u.test(name)))})`,
    'iu',
  );
}

/**
 * A line that only gives a time or a reading time: a year with a day, an hour, or an amount of time, and few words
 * around them.
 */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const numbers = line.match(/\p{Nd}+/gu) ?? [];
  if (numbers.length === 0) return false;
  const rest = line.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const hasYear = numbers.some((number) => number.length === 4) && numbers.length >= 2;
  const hasHour = /\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(line);
  return (rest.length <= 6 && (hasYear || hasHour)) || isAmountOfTime(line, numbers, rest);
}

function isAmountOfTime(line: string, numbers: readonly string[], rest: readonly string[]): boolean {
  if (line.length > 50 || numbers.length > 2 || rest.length > 6) return false;
  const others = rest.filter((word) => !timeWords.has(word.toLowerCase()));
  if (minutes.test(line)) return others.length <= 4;
  return others.length <= 2 && units.test(line);
}

/** Whether a line says who wrote the story, or when. */
export function isSignature(line: string): boolean {
  return bylineIn(line) !== null || isDateLine(line) || isLoneBy(line) || isCredit(line);
}

/** Counters, dashes and the like around a headline: nothing readable. */
export function isScrap(line: string): boolean {
  return line.length <= 12 && !/\p{L}/u.test(line);
}

const tails: readonly RegExp[] = [
  new RegExp(`\\s+(?:${anyLabel})\\s*[:：].*$`, 'iu'),
  /\s*[|｜•·‧↗].*$/u,
  /\s+[-–—].*$/u,
  /\s*[([<（]?\S+@\S+\.\S+.*$/u,
  /\s*[([（]?(?:^|\s|(?<=\p{L}))[@＠][\p{L}\p{N}_.]+.*$/u,
  /\s*[／].*$/u,
  /\s*[([（【][^)\]）】]*[)\]）】]?$/u,
  /[)\]）】]$/u,
];

const stampNames = [...signingWords.stamp, ...signingWords.day];

/** Words of the table between a name and its date. */
const stampAtEnd = new RegExp(`(?:\\s+|[,،，]\\s*)(?:${words(stampNames)})[.,:：،]*$`, 'iu');

/** When joined to the name, they begin with a capital: "Ana ExampleWednesday, 12 March". */
const gluedStamps = words(stampNames.filter((word) => word.length >= 3).map(capitalised));
const gluedAtEnd = new RegExp(`(?<=\\p{Ll})(?:${gluedStamps})[.,:：،]*$`, 'u');

const longStamps = signingWords.stamp.filter((word) => word.length >= 6);
const stampWithin = new RegExp(
  `(?:\\s+(?:${words([...longStamps, ...longStamps.map(capitalised)])})|(?<=\\p{Ll})(?:${words(longStamps.map(capitalised))}))(?![\\p{L}\\p{M}]).*$`,
  'u',
);

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Ana ExampleChief reporter": a role joined to the name. */
function withoutGluedRole(name: string): string {
  const glue = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u.exec(name);
  return glue !== null && isRole(name.slice(glue.index)) ? name.slice(0, glue.index) : name;
}

/** A name without what sites attach to it: dates, counters, addresses. */
export function cutTail(text: string): string {
  const bare = tails.reduce((name, tail) => name.replace(tail, ''), text.trim());
  const digit = bare.search(/\p{Nd}/u);
  const name = digit < 0 ? bare : withoutStamps(bare.slice(0, digit), bare.slice(digit));
  return withoutGluedRole(name.replace(stampWithin, ''))
    .replace(/[\s,;،、，\u200e\u200f]+$/u, '')
    .trim();
}

/** "Theresa May 12 March": the word before the day is a month only if no month follows. */
function withoutStamps(before: string, after: string): string {
  const trimmed = before.trim();
  const last = /\p{L}+[.,]*$/u.exec(trimmed)?.[0] ?? '';
  const isDayFirst = /^\p{Nd}{1,2}(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?\p{L}/u.test(after);
  if (isDayFirst && englishMonths.has(last.toLowerCase())) return trimmed;
  const shorter = trimmed.replace(stampAtEnd, '').replace(gluedAtEnd, '');
  return shorter === trimmed ? trimmed : withoutStamps(shorter, '');
}

const englishMonths = new Set(['may', 'april', 'june', 'august', 'jan', 'mar']);

/** Each word begins with a capital, is a particle, or belongs to a script without capitals. */
function isName(name: string, least: number): boolean {
  const parts = name.split(/[\s,&،、，]+/u).filter((word) => word !== '');
  const fits =
    parts.length >= least && parts.length <= 12 && !/\p{Nd}|[!?:;。？！]$|\p{L}{3,}\.$/u.test(name);
  return fits && parts.every(isPartOfName);
}

function isPartOfName(word: string): boolean {
  if (particles.has(word.toLowerCase())) return true;
  return /^(?:["'“(]?[\p{Lu}\p{Lt}\p{Lo}]|[dlnto]['’]\p{Lu}|(?:al|el|ibn|ben|an)-)/u.test(word);
}
