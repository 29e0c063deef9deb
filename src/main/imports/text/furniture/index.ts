import type { LeftOutReason } from '#shared/domain/importReport';
import type { PhraseMatch } from '../phrases';
import { bareWords } from '../phrases';
import { adMarks } from './adMarks';
import { captions } from './captions';
import { comments } from './comments';
import type { Furniture } from './furniture';
import { legal } from './legal';
import { navigation } from './navigation';
import { related } from './related';
import { shareLinks } from './shareLinks';
import { subscription } from './subscription';

/** Every kind of furniture; the first that recognises a line gets it. */
const kinds: readonly Furniture[] = [
  adMarks,
  shareLinks,
  subscription,
  related,
  comments,
  legal,
  captions,
  navigation,
];

const longest = Math.max(...kinds.map((kind) => kind.longest));

/** The kind of furniture that a line is, by its words alone; null for what may be story. */
export function furnitureOf(
  line: string,
): { readonly reason: LeftOutReason; readonly match: PhraseMatch } | null {
  if (line.length > longest) return null;
  const bare = bareWords(line);
  for (const kind of kinds) {
    const match = line.length <= kind.longest ? kind.match(line, bare) : null;
    if (match) return { reason: kind.reason, match };
  }
  return null;
}
