import { detectAll } from 'tinyld';

/** Scripts that one language of the press is written in tell it by a few letters; Kana before Han, which Japanese has too. */
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

/** Fewer letters than this of a script that many languages share tell nothing. */
const FEW = 24;
/** How much of a text is looked at, in code units. */
const SAMPLE = 1200;

/** The tags of the detector that the press writes otherwise. */
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

/** The language (BCP 47) that a text is most likely written in; empty where too little stands there to tell. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return '';
  const own = ofOwnScript(sample, letters);
  if (own !== null) return own;
  if (letters < FEW) return '';
  const [best] = detectAll(sample);
  return best ? (otherTags[best.lang] ?? best.lang) : '';
}
