import type { HtmlElement, HtmlNode } from '#shared/document/html';

/** Elements whose text stands in its line; every other begins and ends one. */
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RT S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

const unseen = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH IFRAME OBJECT TEXTAREA SELECT'.split(' '),
);

const ELEMENT = 1;
const TEXT = 3;

/** The text of a page as lines, in the order of its markup; neither scripts nor anything else that is no text. */
export function pageLines(page: HtmlNode): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  for (const { node, entering } of walk(page)) {
    if (node.nodeType === TEXT) line += node.textContent ?? '';
    else if (node.nodeType === ELEMENT && !inline.has(tagOf(node))) end();
    else if (!entering && tagOf(node) === 'A' && isMenuLink(node)) end();
  }
  end();
  return lines;
}

/** Every node under `root`, elements once on the way in and once on the way out; deep pages need no stack. */
function* walk(root: HtmlNode): Generator<{ readonly node: HtmlNode; readonly entering: boolean }> {
  let node: HtmlNode | null = root.firstChild;
  while (node !== null && node !== root) {
    yield { node, entering: true };
    const inside: HtmlNode | null = unseen.has(tagOf(node)) ? null : node.firstChild;
    if (inside !== null) {
      node = inside;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== root) yield { node, entering: false };
    }
    node = node === root ? root : (node?.nextSibling ?? null);
  }
}

function tagOf(node: HtmlNode): string {
  return node.nodeType === ELEMENT ? (node as HtmlElement).tagName.toUpperCase() : '';
}

/** Links in a row with nothing between them are a menu's. */
function isMenuLink(link: HtmlNode): boolean {
  return link.nextSibling?.nodeType === ELEMENT && tagOf(link.nextSibling) === 'A';
}
