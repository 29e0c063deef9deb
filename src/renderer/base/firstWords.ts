const SHOWN = 4;

/** The first words of a text, with an ellipsis if more follow. */
export function firstWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= SHOWN ? words.join(' ') : `${words.slice(0, SHOWN).join(' ')}…`;
}
