import { decodeHTMLStrict } from 'entities';

/** A number that stands for no character: the site prints it as it is written. */
const NO_CHARACTER = /&#(?:0+|x0+);/giu;

/** Text as a person reads it, from text in which WordPress or a writer escaped characters (`R&amp;D`, `&hellip;`). */
export function decodeEntities(text: string): string {
  const pieces = text.split(NO_CHARACTER).map((piece) => decodeHTMLStrict(piece));
  const between = text.match(NO_CHARACTER) ?? [];
  return pieces.map((piece, index) => piece + (between[index] ?? '')).join('');
}

/** A field of the site as a person reads it, without tags. A sign that opens none, as in `5 < 6`, stays. */
export function plainField(raw: string): string {
  return decodeEntities(raw.replaceAll(/<(?:\/?[a-z][^>]*|!--.*?--)>/gisu, ''));
}

/** Plain text for a field that WordPress prints as HTML: it cannot produce a tag or an entity. */
export function escapeField(text: string): string {
  return text
    .replaceAll(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
