import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';

/**
 * Elements that take all of a page's rest as their own text where no tag ends them: a browser then shows it as tags
 * in a box, or not at all.
 */
const swallowing: ReadonlySet<string> = new Set(
  'select textarea title noscript iframe xmp noembed noframes'.split(' '),
);

/** What a page that no tag ends asks for at most: each round reads all of it. */
const MOST_ROUNDS = 5;

/** The page without the tags that open such an element and are never closed, so that its rest is read as a page. */
export function withoutOpenTags(html: string): string {
  let page = html;
  for (let round = 0; round < MOST_ROUNDS && mayBeOpen(page); round += 1) {
    const tree = parse(page, { sourceCodeLocationInfo: true });
    const element = [...nodesIn(tree)].find(isOpen);
    if (element === undefined) break;
    const tags = [element, ...[...nodesIn(element)].filter(isOption)].flatMap(startTag);
    const read = tags.reduceRight(
      (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
      page,
    );
    if (!holdsAll(read, tree)) break;
    page = read;
  }
  return page;
}

/** A quick look, before the page is read once more for it: no such element is closed behind the last that opens. */
function mayBeOpen(html: string): boolean {
  const small = html.toLowerCase();
  return [...swallowing].some((name) => small.lastIndexOf(`<${name}`) > small.lastIndexOf(`</${name}`));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every node under one, in the order of the page; deep pages need no stack. */
function* nodesIn(root: Tree.Node): Generator<Tree.Node> {
  const waiting = [...childrenOf(root)].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    waiting.push(...[...childrenOf(node)].toReversed());
  }
}

function isOpen(node: Tree.Node): node is Tree.Element {
  if (!('tagName' in node) || !swallowing.has(node.tagName)) return false;
  const place = node.sourceCodeLocation;
  return place?.startTag !== undefined && place.endTag === undefined;
}

/** Tags, entities, comments and code that stand in a box as text. */
const noWords = /<(style|script)\b[^]*?<\/\1|<!--[^]*?--!?>|<[^<>]*>?|&#?\w+;?/gi;

/**
 * Whether the page has each word that it had: a tag which counted for nothing within the element may hide what
 * stands behind it, in the element or after.
 */
function holdsAll(page: string, before: Tree.Document): boolean {
  const kept = new Set(wordsIn(textOf(parse(page))));
  return wordsIn(textOf(before).replace(noWords, ' ')).every((word) => kept.has(word));
}

function textOf(root: Tree.Node): string {
  return [...nodesIn(root)]
    .map((node) => ('value' in node && !isCode(node.parentNode) ? node.value : ' '))
    .join('');
}

function isCode(parent: Tree.ParentNode | null): boolean {
  return parent !== null && 'tagName' in parent && /^(?:style|script)$/.test(parent.tagName);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isOption(node: Tree.Node): boolean {
  return 'tagName' in node && /^opt(?:ion|group)$/.test(node.tagName);
}

function startTag(node: Tree.Node): readonly Span[] {
  const place = 'tagName' in node ? node.sourceCodeLocation?.startTag : undefined;
  return place === undefined ? [] : [{ start: place.startOffset, end: place.endOffset }];
}

function childrenOf(node: Tree.Node): readonly Tree.Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
