import { type DefaultTreeAdapterMap, defaultTreeAdapter, html, parseFragment, serialize } from 'parse5';
import { KEPT_STYLE, STYLE_SHEET } from '#shared/document/reading/ownStyle';

type Element = DefaultTreeAdapterMap['element'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];
type ChildNode = DefaultTreeAdapterMap['childNode'];

/** What a page has for itself alone. */
const ofPage: ReadonlySet<string> = new Set(['base', 'link', 'meta']);

/** As a browser parses it into a page of its own, where no script runs. */
const asInBrowser = { scriptingEnabled: false } as const;

/** As deep as a browser nests elements, and more of them than any page that a person copies. */
const limits = { depth: 512, elements: 200_000 } as const;

/**
 * Pasted markup without what a window's content policy would refuse, and complain of, as soon as it is parsed:
 * scripts, handlers and what belongs to a page's head are left out; styles stand where nothing applies them, for the
 * reading. The policy still holds for all of it, and for markup past the limits, which is returned as it is.
 */
export function quietMarkup(pasted: string): string {
  const fragment = parsed(pasted);
  if (fragment === null) return pasted;
  const waiting: ParentNode[] = [fragment];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    parent.childNodes = parent.childNodes.flatMap((node) => quietNode(node) ?? []);
    for (const node of parent.childNodes) if ('childNodes' in node) waiting.push(insideOf(node));
  }
  return serialize(fragment, asInBrowser);
}

class TooLarge extends Error {}

/** Null for markup past the limits. */
function parsed(pasted: string): DefaultTreeAdapterMap['documentFragment'] | null {
  let [made, open] = [0, 0];
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...of) => {
      made += 1;
      if (made > limits.elements) throw new TooLarge();
      return defaultTreeAdapter.createElement(...of);
    },
    onItemPush: () => {
      open += 1;
      if (open > limits.depth) throw new TooLarge();
    },
    onItemPop: () => {
      open -= 1;
    },
  };
  try {
    return parseFragment(pasted, { ...asInBrowser, treeAdapter });
  } catch (thrown) {
    if (thrown instanceof TooLarge) return null;
    throw thrown;
  }
}

const insideOf = (element: Element): ParentNode =>
  'content' in element ? (element as DefaultTreeAdapterMap['template']).content : element;

/** Null for what is left out. */
function quietNode(node: ChildNode): ChildNode | null {
  if (!defaultTreeAdapter.isElementNode(node)) return node;
  const isForeign = node.namespaceURI !== html.NS.HTML;
  if (node.tagName === 'script' || (ofPage.has(node.tagName) && !isForeign)) return null;
  if (node.tagName === 'style') return sheet(node);
  node.tagName = writtenName(node);
  keepFirstBreak(node);
  node.attrs = node.attrs
    .filter(({ name }) => !name.startsWith('on'))
    .map((attribute) => (attribute.name === 'style' ? { ...attribute, name: KEPT_STYLE } : attribute));
  // ProseMirror takes a no-break space in a span without style and class for one that Chromium wrote for a plain one.
  const hasClass = node.attrs.some(({ name }) => name === 'class');
  if (node.tagName === 'span' && node.attrs.length > 0 && !hasClass)
    node.attrs.push({ name: 'class', value: '' });
  return node;
}

/** A style sheet where nothing applies it. No `<` is in it, so that no markup can begin or end there. */
function sheet(style: Element): Element | null {
  const text = style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const rules = text.replaceAll(/<!--|-->/g, ' ').replaceAll('<', '\\3c ');
  if (rules.trim() === '') return null;
  const script = defaultTreeAdapter.createElement('script', html.NS.HTML, [{ name: STYLE_SHEET, value: '' }]);
  defaultTreeAdapter.insertText(script, rules);
  return script;
}

/** Elements whose content is written out without escapes. */
const raw: ReadonlySet<string> = new Set(['iframe', 'noembed', 'noframes', 'plaintext', 'xmp']);

/** In a drawing or formula, elements have no such meaning, but their names would have it once they are written out. */
function writtenName({ tagName, namespaceURI }: Element): string {
  if (namespaceURI !== html.NS.HTML && (raw.has(tagName) || ofPage.has(tagName))) return 'g';
  // It has no end that could be written.
  return tagName === 'plaintext' ? 'pre' : tagName;
}

const startsWithBreak: ReadonlySet<string> = new Set(['listing', 'pre', 'textarea']);

/** A parser takes away the first line break in these, also from what is written out again. */
function keepFirstBreak({ tagName, childNodes: [first] }: Element): void {
  if (first !== undefined && 'value' in first && first.value.startsWith('\n') && startsWithBreak.has(tagName))
    first.value = `\n${first.value}`;
}
