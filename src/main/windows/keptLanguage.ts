import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageCodes } from '#shared/language/languages';

type Choice = Language | 'system';

const fileIn = (browserFolder: string): string => join(browserFolder, 'language');

/**
 * The language that was chosen in the settings, from a file beside them: Chromium, whose own texts and date fields have
 * a language too, and a start that is refused are there before the store is. What cannot be read is the system's.
 */
export function keptLanguage(browserFolder: string): Choice {
  try {
    const kept = readFileSync(fileIn(browserFolder), 'utf8');
    return languageCodes.find((code) => code === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice for the next start. Like a window's place, it is not worth a message on a full disk. */
export function keepLanguage(browserFolder: string, choice: Choice): void {
  if (keptLanguage(browserFolder) === choice) return;
  try {
    if (choice === 'system') rmSync(fileIn(browserFolder), { force: true });
    else writeFileSync(fileIn(browserFolder), choice);
  } catch {
    // The next start asks the settings all the same; Chromium speaks the system's language until then.
  }
}
