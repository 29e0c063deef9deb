import { type Language, type SpokenLanguage, bestLanguage, isSpoken } from './languages';

const SWITCH = '--language=';

/**
 * The language that a start speaks: the one it was told to (`--language=de`), else the one chosen in the settings, else
 * the first of the system's that the interface has.
 *
 * @param system the person's languages, BCP 47, best first
 */
export function startLanguage(
  choice: Language | 'system',
  system: readonly string[],
  argv: readonly string[],
): SpokenLanguage {
  const told = argv.findLast((word) => word.startsWith(SWITCH))?.slice(SWITCH.length);
  if (told !== undefined && isSpoken(told)) return told;
  return choice === 'system' ? bestLanguage(system) : choice;
}

/** The word that has a worker speak the language of the process that starts it. */
export const languageWord = (language: SpokenLanguage): string => `${SWITCH}${language}`;
