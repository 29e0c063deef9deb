import { PSEUDO, PSEUDO_RTL, type Language, type SpokenLanguage } from './languages';
import { type Speech, speak, spokenLanguage } from './say';

type Catalogue = Speech['catalogue'];

/** Each in a file of its own, read only where it is spoken. */
const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: Catalogue }>>> =
  {
    de: () => import('./catalogues/de.json'),
    fr: () => import('./catalogues/fr.json'),
    es: () => import('./catalogues/es.json'),
    ar: () => import('./catalogues/ar.json'),
  };

/** Speaks a language in this process once its catalogue is read. */
export async function speakLanguage(language: SpokenLanguage): Promise<void> {
  if (language === spokenLanguage()) return;
  speak(await speechOf(language));
}

async function speechOf(language: SpokenLanguage): Promise<Speech> {
  if (language === 'en') return { language, catalogue: {} };
  if (language === PSEUDO || language === PSEUDO_RTL)
    return (await import('./pseudo')).pseudoSpeech(language);
  return { language, catalogue: (await catalogues[language]()).default };
}
