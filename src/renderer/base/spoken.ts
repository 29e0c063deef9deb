import { directionOf, isSpoken } from '#shared/language/languages';
import { speakLanguage } from '#shared/language/speakLanguage';

/** The page speaks what its address says, from its first frame. */
async function speakAsTold(root: HTMLElement): Promise<void> {
  const told = new URLSearchParams(location.search).get('language') ?? '';
  const language = isSpoken(told) ? told : 'en';
  root.lang = language;
  root.dir = directionOf(language);
  await speakLanguage(language);
}

/** Resolves once the page's language is spoken; its catalogue is asked for as soon as this module runs. */
export const spoken: Promise<void> = speakAsTold(document.documentElement);
