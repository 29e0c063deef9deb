/** What begins a comment, an element of code, or a tag, a doctype and the like (HTML Standard, 13.2.5.6). */
const begins = /<(?:!--|(style|script)\b|[a-z/!?])/gi;

const commentEnd = /--!?>/g;
const tagEnd = /[<>]/g;
const codeEnds: Readonly<Record<string, RegExp>> = { style: /<\/style/gi, script: /<\/script/gi };

/**
 * The visible text of a page's rest inside such an element, with the markup in it blanked out: tags, comments and
 * code that end within it. What does not end is text. The time grows with the text's length only.
 */
export function withoutMarkup(box: string): string {
  const find = finder(box);
  let [words, from] = ['', 0];
  for (const { 0: begin, 1: code, index } of box.matchAll(begins)) {
    if (index < from) continue;
    const end = markupEnd(begin, code, index, find);
    if (end === null) continue;
    words += box.slice(from, index) + ' '.repeat(end - index);
    from = end;
  }
  return words + box.slice(from);
}

/** Where a pattern is found from a position on; null if it is not. */
type Find = (pattern: RegExp, from: number) => RegExpExecArray | null;

function markupEnd(begin: string, code: string | undefined, index: number, find: Find): number | null {
  const comment = begin === '<!--' ? find(commentEnd, index + 2) : null;
  if (comment !== null) return comment.index + comment[0].length;
  const codeEnd = codeEnds[code?.toLowerCase() ?? ''];
  const closing = codeEnd === undefined ? null : find(codeEnd, index);
  if (closing !== null) return closing.index;
  const tag = find(tagEnd, index + 1);
  return tag === null ? null : tag.index + (tag[0] === '>' ? 1 : 0);
}

/** What was not found is not looked for again: positions are asked for in order. */
function finder(text: string): Find {
  const missing = new Set<RegExp>();
  return (pattern, from) => {
    if (missing.has(pattern)) return null;
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found === null) missing.add(pattern);
    return found;
  };
}
