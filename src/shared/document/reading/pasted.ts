import type { HtmlElement } from '../html';
import { sanitise } from '../sanitise';
import type { Embeds } from './embeds';
import { embedsToLinks } from './embeds';
import { takeHidden } from './hidden';
import { type ReadingChanges, countLetteredLists } from './letteredLists';
import { settleLooseParts } from './looseParts';
import { homelessLinksToText } from './homelessLinksToText';
import type { LeftOutParts } from './leftOut';
import { takeOutParts } from './leftOut';
import { settleNotes } from './notes';
import type { Pictures } from './pictures';
import { settlePictures } from './pictures';
import { stylesOf } from './styleSheet';
import { tablesToLines } from './tables';
import { settleTextStyles } from './textStyles';
import { readWordLists } from './wordLists';

/** What pasted HTML held that a story holds otherwise, or not at all. */
export interface PastedHtml extends ReadingChanges {
  readonly hiddenWords: number;
  readonly embeds: Embeds;
  readonly pictures: Pictures;
  /** The addresses of links that name no site, which became text. */
  readonly links: readonly string[];
  readonly parts: LeftOutParts;
}

/**
 * Makes, in place, of what a program put on the clipboard what the schema's rules read: elements for styles,
 * lists for Word's paragraphs, lines for tables, links for embeds. Nothing that a reader saw goes without being
 * counted here.
 */
export function settlePasted(root: HtmlElement, newKey: () => string): PastedHtml {
  const styles = stylesOf(root);
  const hiddenWords = takeHidden(root, styles);
  const embeds = embedsToLinks(root);
  const pictures = settlePictures(root, newKey);
  const parts = takeOutParts(root);
  sanitise(root);
  const links = homelessLinksToText(root);
  settleNotes(root);
  const lettered = countLetteredLists(root, styles);
  const letteredLists = lettered + readWordLists(root);
  const tables = tablesToLines(root);
  settleLooseParts(root);
  settleTextStyles(root, styles);
  return { hiddenWords, embeds, pictures, links, parts, tables, letteredLists };
}
