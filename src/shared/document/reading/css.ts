/** What a style declares: lower-case values by property name, in the order in which they count. */
export type Declarations = ReadonlyMap<string, string>;

/** One rule of a style sheet. */
export interface CssRule {
  /** The selectors, separated by commas. */
  readonly selectors: string;
  readonly declarations: Declarations;
}

export const noDeclarations: Declarations = new Map();

/**
 * The declarations of a `style` attribute or of a rule (CSS Syntax, section 5.4). The window's own `.style` is empty
 * under our content policy, even in a document that is never shown; the attribute's text is available. A later
 * declaration replaces an earlier one; `!important` is ignored.
 */
export function declarationsOf(text: string): Declarations {
  const found = new Map<string, string>();
  for (const part of splitAt(withoutComments(text), ';')) {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || name === '') continue;
    found.delete(name);
    found.set(name, valueOf(part.slice(colon + 1)));
  }
  return found;
}

/** The style rules of a sheet, except those within `@media` and the like. */
export function rulesOf(sheet: string): readonly CssRule[] {
  const text = withoutComments(sheet).replace(/<!--|-->/g, ' ');
  const rules: CssRule[] = [];
  let at = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', at)) {
    const end = endOfBlock(text, open);
    const selectors = (text.slice(at, open).split(';').at(-1) ?? '').trim();
    if (!selectors.startsWith('@')) {
      rules.push({ selectors, declarations: declarationsOf(text.slice(open + 1, end)) });
    }
    at = end + 1;
  }
  return rules;
}

function valueOf(text: string): string {
  return text
    .replace(/!\s*important\s*$/i, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The parts between separators outside quotes and brackets. */
function splitAt(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let [start, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** What looks like a comment in a string or address is none; their braces are escaped, so that every other is a rule's. */
function withoutComments(text: string): string {
  const sign = /\/\*|["']|\burl\(\s*[^"'()\s]*\s*\)/gi;
  const parts: string[] = [];
  let at = 0;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const [start] = found;
    const end = start.length > 2 ? sign.lastIndex : endOfOpaque(text, found.index, start);
    const whole = text.slice(found.index, end);
    parts.push(text.slice(at, found.index), start === '/*' ? ' ' : closed(whole));
    at = end;
    sign.lastIndex = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** A string or address; a stray quote, up to the end of its line, leaves braces what they are. */
const closed = (whole: string): string =>
  /["')]/.test(whole.slice(1).slice(-1)) ? whole.replaceAll('{', '\\7b ').replaceAll('}', '\\7d ') : whole;

/** Where a comment or string ends: a string at the latest with its line. */
function endOfOpaque(text: string, open: number, start: string): number {
  if (start === '/*') {
    const close = text.indexOf('*/', open + 2);
    return close === -1 ? text.length : close + 2;
  }
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === start) return at + 1;
    if (text[at] === '\n') return at;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}
