import { KEPT_STYLE, STYLE_SHEET } from '#shared/document/reading/ownStyle';
import { ForeignContent, endingForeign } from './foreignContent';

/** An attribute as it is written, with the white space before it. */
const attribute =
  /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*|(?=>)))?|[\s/]+(?=>)/y;

const tagStart = /<([a-z][^\s/>]*)/giy;

/** What a page's head has for its own page alone. */
const ofPage: ReadonlySet<string> = new Set(['base', 'link', 'meta']);

/** Where elements end whose content is no markup. */
const ends = new Map(
  ['style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, 'gi'),
  ]),
);

/** Where a script or style sheet of a drawing ends: its content is markup. */
const endInForeign = new RegExp(`<(?:/(?:script|style|svg|math)|/?(?:${endingForeign}))(?=[\\s/>])`, 'gi');

interface Tag {
  readonly name: string;
  /** The tag as it is to be read. */
  readonly text: string;
  readonly isEmpty: boolean;
  readonly end: number;
}

/** What is read instead of the markup up to `end`; null for nothing. */
interface Part {
  readonly text: string | null;
  readonly end: number;
}

/**
 * Pasted markup without what a window's content policy would refuse, and complain of, as soon as it is parsed:
 * scripts, handlers and what belongs to a page's head are left out; styles stand where nothing applies them, for the
 * reading. The policy still holds for all of it.
 */
export function quietMarkup(html: string): string {
  const foreign = new ForeignContent();
  let quiet = '';
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    if (open === -1) return quiet + html.slice(at);
    quiet += html.slice(at, open);
    const tag = tagAt(html, open);
    const { text, end } = tag === null ? otherAt(html, open, foreign) : elementAt(html, tag, foreign);
    quiet += text ?? gap(quiet);
    at = end;
  }
  return quiet;
}

/** What stands in place of what is left out, where what is before it and after it would else become one sign. */
const gap = (before: string): string => (/(?:<|&[#\w]*)$/.test(before.slice(-40)) ? '<!---->' : '');

/** A start tag, with the content of the element where that is no markup. */
function elementAt(html: string, tag: Tag, foreign: ForeignContent): Part {
  const { name, end } = tag;
  if (ofPage.has(name)) return { text: null, end };
  const isForeign = foreign.isHere;
  if (name === 'script' || name === 'style') {
    const contentEnd = isForeign && tag.isEmpty ? end : endOfCode(html, name, end, isForeign);
    const isClosed = html.slice(contentEnd, contentEnd + 2 + name.length).toLowerCase() === `</${name}`;
    return {
      text: name === 'style' ? sheet(html.slice(end, contentEnd)) : null,
      end: isClosed ? endOfTag(html, contentEnd + 2 + name.length) : contentEnd,
    };
  }
  foreign.start(name, tag.isEmpty);
  if (isForeign) return tag;
  const contentEnd = endOfRaw(html, name, end);
  return { text: tag.text + html.slice(end, contentEnd), end: contentEnd };
}

function tagAt(html: string, at: number): Tag | null {
  tagStart.lastIndex = at;
  const found = tagStart.exec(html);
  if (found === null) return null;
  const name = (found[1] ?? '').toLowerCase();
  let text = '';
  let end = at + found[0].length;
  const names = new Set<string>();
  for (const [written, attributeName] of attributesFrom(html, end)) {
    end += written.length;
    text += quietAttribute(written, attributeName?.toLowerCase());
    if (attributeName !== undefined) names.add(attributeName.toLowerCase());
  }
  const isClosed = html[end] === '>';
  // ProseMirror takes a no-break space in a span without style and class for one that Chromium wrote for a plain one.
  const isOfPage = name === 'span' && names.size > 0 && !names.has('class');
  return {
    name,
    text: `${found[0]}${isOfPage ? ' class' : ''}${text}${isClosed ? '>' : ''}`,
    isEmpty: html[end - 1] === '/',
    end: end + (isClosed ? 1 : 0),
  };
}

function* attributesFrom(html: string, from: number): Generator<RegExpExecArray> {
  for (let at = from; ;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null || found[0] === '') return;
    at += found[0].length;
    yield found;
  }
}

/** Where a tag ends that has its attributes from here on. */
function endOfTag(html: string, from: number): number {
  let end = from;
  for (const [written] of attributesFrom(html, from)) end += written.length;
  return html[end] === '>' ? end + 1 : end;
}

function quietAttribute(written: string, name: string | undefined): string {
  if (name === undefined) return written;
  if (name.startsWith('on')) return ' ';
  return name === 'style'
    ? ` ${KEPT_STYLE}${written.slice(written.toLowerCase().indexOf('style') + 5)}`
    : written;
}

/** A comment, an end tag or any other `<`. */
function otherAt(html: string, at: number, foreign: ForeignContent): Part {
  const end = endOfOther(html, at, foreign.isHere);
  const text = html.slice(at, end);
  const [, name] = /^<\/([a-z][^\s/>]*)/i.exec(text) ?? [];
  if (name !== undefined) foreign.end(name.toLowerCase());
  return { text, end };
}

function endOfOther(html: string, at: number, isForeign: boolean): number {
  if (html.startsWith('<!--', at)) {
    const end = /-->|--!>/g;
    end.lastIndex = at + 2;
    return end.exec(html) === null ? html.length : end.lastIndex;
  }
  if (!/^<(?:[!?]|\/.)/s.test(html.slice(at, at + 3))) return at + 1;
  if (/^<\/[a-z]/i.test(html.slice(at, at + 3))) return endOfTag(html, at + 2);
  const sign = isForeign && html.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = html.indexOf(sign, at);
  return end === -1 ? html.length : end + sign.length;
}

/** Where the content of an element ends that is no markup, from its start; for any other element, the start. */
function endOfRaw(html: string, name: string, from: number): number {
  if (name === 'plaintext') return html.length;
  const end = ends.get(name);
  return end === undefined ? from : firstOf(end, html, from);
}

function endOfCode(html: string, name: 'script' | 'style', from: number, isForeign: boolean): number {
  if (isForeign) return firstOf(endInForeign, html, from);
  return name === 'script' ? endOfScript(html, from) : endOfRaw(html, name, from);
}

/** A script that a script writes within `<!--` has an end tag of its own (HTML Standard, 13.2.5.18 to 13.2.5.31). */
function endOfScript(html: string, from: number): number {
  const sign = /<!--|-->|<\/?script(?=[\s/>])/gi;
  sign.lastIndex = from;
  let depth = 0;
  for (let found = sign.exec(html); found !== null; found = sign.exec(html)) {
    if (found[0] === '-->') depth = 0;
    else if (found[0] === '<!--') {
      depth = Math.max(depth, 1);
      // `<!-->` is both.
      sign.lastIndex -= 2;
    } else if (!found[0].startsWith('</')) depth = depth === 0 ? 0 : 2;
    else if (depth < 2) return found.index;
    else depth = 1;
  }
  return html.length;
}

function firstOf(sign: RegExp, html: string, from: number): number {
  sign.lastIndex = from;
  return sign.exec(html)?.index ?? html.length;
}

/** A style sheet where nothing applies it. No `<` is in it, so that no markup can begin or end there. */
function sheet(text: string): string | null {
  const rules = text.replaceAll(/<!--|-->|<!\[CDATA\[|\]\]>/g, ' ').replaceAll('<', '\\3c ');
  return rules.trim() === '' ? null : `<script ${STYLE_SHEET}>${rules}</script>`;
}
