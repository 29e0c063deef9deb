import { keptText } from './keptText';
import { visibleTexts } from './visibleText';

/** The words that a page shows and that are in no field, in neither body nor report; all of them where it is refused. */
export function lostWords(html: string): readonly string[] {
  const kept = keptText(html) ?? '';
  const words = visibleTexts(html).flatMap((text) => text.match(/[\p{L}\d]+/gu) ?? []);
  return [...new Set(words)].filter((word) => !kept.includes(word));
}
