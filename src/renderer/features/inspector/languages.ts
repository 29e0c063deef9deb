import type { Choice } from '#renderer/ui/Select';

/** The languages that a list offers, as BCP 47 tags; an article may carry any other. */
const offered =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko mr nb nl pl pt ro ru sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/**
 * The languages by name, with the article's own even where the list doesn't have it; none chosen is the one that its
 * text was taken for.
 */
export function languageChoices(own: string, guessed = ''): readonly Choice<string>[] {
  const tags = new Set([...offered, ...(own === '' ? [] : [own])]);
  const choices = [...tags].map((value) => ({ value, label: nameOf(value) }));
  const none = guessed === '' ? 'Not known' : `${nameOf(guessed)} (guessed)`;
  return [{ value: '', label: none }, ...choices.sort((a, b) => a.label.localeCompare(b.label, 'en'))];
}

/** A tag from elsewhere may be no tag at all: then it is its own name. */
function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
