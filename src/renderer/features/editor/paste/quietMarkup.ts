import { KEPT_STYLE, STYLE_SHEET } from '#shared/document/reading/ownStyle';

/** An attribute as it is written, with the white space before it. */
const attribute =
  /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*|(?=>)))?|[\s/]+(?=>)/y;

const tagStart = /<([a-z][^\s/>]*)/giy;

/** What a page's head has for its own page alone. */
const ofPage: ReadonlySet<string> = new Set(['base', 'link', 'meta']);

/** How far an element reaches, whose content is no markup. */
const closing = { script: /<\/script(?=[\s/>])[^>]*>?/gi, style: /<\/style(?=[\s/>])[^>]*>?/gi } as const;
const isRaw = (name: string): name is keyof typeof closing => Object.hasOwn(closing, name);

interface Tag {
  readonly name: string;
  /** The tag as it is to be read. */
  readonly text: string;
  readonly isEmpty: boolean;
  readonly end: number;
}

/**
 * Pasted markup without what a window's content policy would refuse, and complain of, as soon as it is parsed:
 * scripts, handlers and what belongs to a page's head are left out; styles stand where nothing applies them, for the
 * reading. The policy still holds for all of it.
 */
export function quietMarkup(html: string): string {
  let quiet = '';
  let foreign = 0;
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    if (open === -1) return quiet + html.slice(at);
    quiet += html.slice(at, open);
    const tag = tagAt(html, open);
    if (tag === null) {
      const end = endOfOther(html, open);
      const other = html.slice(open, end);
      if (/^<\/(?:svg|math)\b/i.test(other)) foreign = Math.max(0, foreign - 1);
      quiet += other;
      at = end;
      continue;
    }
    const { name, isEmpty } = tag;
    at = tag.end;
    if (isRaw(name)) {
      const content = contentOf(html, at, closing[name], foreign > 0 && isEmpty);
      quiet += (name === 'style' && sheet(content.text)) || gap(quiet);
      at = content.end;
    } else quiet += ofPage.has(name) ? gap(quiet) : tag.text;
    if (/^(?:svg|math)$/.test(name) && !isEmpty) foreign += 1;
  }
  return quiet;
}

/** What stands in place of what is left out, where what is before it and after it would else become one sign. */
const gap = (before: string): string => (/(?:<|&[#\w]*)$/.test(before.slice(-40)) ? '<!---->' : '');

function tagAt(html: string, at: number): Tag | null {
  tagStart.lastIndex = at;
  const found = tagStart.exec(html);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  let text = found[0];
  let end = at + text.length;
  for (;;) {
    attribute.lastIndex = end;
    const next = attribute.exec(html);
    if (next === null || next[0] === '') break;
    end += next[0].length;
    text += quietAttribute(next[0], next[1]?.toLowerCase());
  }
  const isClosed = html[end] === '>';
  const isEmpty = html[end - 1] === '/';
  return {
    name: name.toLowerCase(),
    text: isClosed ? `${text}>` : text,
    isEmpty,
    end: end + (isClosed ? 1 : 0),
  };
}

function quietAttribute(written: string, name: string | undefined): string {
  if (name === undefined) return written;
  if (name.startsWith('on')) return ' ';
  return name === 'style'
    ? ` ${KEPT_STYLE}${written.slice(written.toLowerCase().indexOf('style') + 5)}`
    : written;
}

/** Where a comment, an end tag or any other `<` ends. */
function endOfOther(html: string, at: number): number {
  if (html.startsWith('<!--', at)) {
    const end = /-->|--!>/g;
    end.lastIndex = at + 2;
    return end.exec(html) === null ? html.length : end.lastIndex;
  }
  if (!/^<(?:[!?]|\/.)/s.test(html.slice(at, at + 3))) return at + 1;
  const end = html.indexOf('>', at);
  return end === -1 ? html.length : end + 1;
}

function contentOf(
  html: string,
  from: number,
  close: RegExp,
  isNone: boolean,
): { readonly text: string; readonly end: number } {
  if (isNone) return { text: '', end: from };
  close.lastIndex = from;
  const found = close.exec(html);
  return found === null
    ? { text: '', end: html.length }
    : { text: html.slice(from, found.index), end: close.lastIndex };
}

/** A style sheet, unless it is one only by the name of its element. */
function sheet(text: string): string {
  const rules = text.replaceAll(/<!--|-->/g, ' ');
  return rules.includes('<') ? '' : `<script ${STYLE_SHEET}>${rules}</script>`;
}
