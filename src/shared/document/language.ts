import { detectAll } from 'tinyld';

/**
 * Scripts used by only one language of the press identify it by a few letters; Kana comes before Han, which Japanese
 * also uses.
 */
const byScript: readonly (readonly [script: RegExp, language: string])[] = (
  [
    ['[\\p{sc=Hiragana}\\p{sc=Katakana}]', 'ja'],
    ['\\p{sc=Hangul}', 'ko'],
    ['\\p{sc=Han}', 'zh'],
    ['\\p{sc=Hebrew}', 'he'],
    ['\\p{sc=Thai}', 'th'],
    ['\\p{sc=Greek}', 'el'],
    ['\\p{sc=Bengali}', 'bn'],
    ['\\p{sc=Tamil}', 'ta'],
    ['\\p{sc=Telugu}', 'te'],
    ['\\p{sc=Gujarati}', 'gu'],
    ['\\p{sc=Kannada}', 'kn'],
    ['\\p{sc=Malayalam}', 'ml'],
    ['\\p{sc=Gurmukhi}', 'pa'],
    ['\\p{sc=Georgian}', 'ka'],
    ['\\p{sc=Armenian}', 'hy'],
    ['\\p{sc=Lao}', 'lo'],
    ['\\p{sc=Khmer}', 'km'],
    ['\\p{sc=Myanmar}', 'my'],
    ['\\p{sc=Ethiopic}', 'am'],
  ] as const
).map(([script, language]) => [new RegExp(script, 'gu'), language]);

/** Below this many letters, a script shared by many languages says nothing. */
const FEW = 24;
/** How much of a text is examined, in code units. */
const SAMPLE = 1200;

/** The detector's language tags that the press writes differently. */
const otherTags: Readonly<Record<string, string>> = { no: 'nb' };

function ofOwnScript(sample: string, letters: number): string | null {
  const counted = byScript.map(([script, language]) => ({
    language,
    count: sample.match(script)?.length ?? 0,
  }));
  const [kana, , han] = counted;
  // A Japanese text has Kana between its Han letters, however few.
  if (kana && han && kana.count > 0 && kana.count + han.count > letters / 2) return kana.language;
  return counted.find(({ count }) => count > letters / 2)?.language ?? null;
}

/** The last guess: a story is asked about again and again while somebody writes on past its beginning. */
let last = { sample: '', language: '' };

/** The most likely language (BCP 47) of a text; empty if there is too little of it to tell. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (sample !== last.sample) last = { sample, language: languageOf(sample) };
  return last.language;
}

function languageOf(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return '';
  const own = ofOwnScript(sample, letters);
  if (own !== null) return own;
  if (letters < FEW) return '';
  const [best] = detectAll(sample);
  return best ? (otherTags[best.lang] ?? best.lang) : '';
}
