import type { Choice } from '#renderer/ui/Select';
import { collator, languageNames } from '#shared/language/formats';
import { say } from '#shared/language/say';

/** The languages offered, as BCP 47 tags; an article may have any other. */
const offered =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko mr nb nl pl pt ro ru sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/**
 * The languages by name, including the article's own if it is not in the list; for none, the one recognised from its
 * text.
 */
export function languageChoices(own: string, guessed = ''): readonly Choice<string>[] {
  const tags = new Set([...offered, ...(own === '' ? [] : [own])]);
  const choices = [...tags].map((value) => ({ value, label: nameOf(value) }));
  const none = guessed === '' ? say('Not set') : say('{language} (guessed)', { language: nameOf(guessed) });
  return [{ value: '', label: none }, ...choices.sort((a, b) => collator().compare(a.label, b.label))];
}

/** A tag from elsewhere may be invalid: then it is its own name. */
function nameOf(tag: string): string {
  try {
    return languageNames().of(tag) ?? tag;
  } catch {
    return tag;
  }
}
