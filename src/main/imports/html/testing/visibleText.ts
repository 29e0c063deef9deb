import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';

/** What a browser draws nothing of, whatever its style; of `<select>` and `<details>` a click shows the rest. */
const undrawn = new Set(
  `head script style template noscript noembed noframes iframe title datalist audio video canvas annotation
   annotation-xml metadata defs desc rp link meta param source track area base col img input br hr wbr embed`.split(
    /\s+/,
  ),
);

/** The texts that a reader of the page sees, in its order, told from parse5's own tree by what a browser draws. */
export function visibleTexts(html: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('value' in node && node.value.trim() !== '') texts.push(node.value.trim());
    if ('tagName' in node && !isDrawn(node)) return;
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return texts;
}

function isDrawn({ tagName, attrs }: Tree.Element): boolean {
  const attribute = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value;
  if (undrawn.has(tagName) || attribute('hidden') !== undefined) return false;
  if (tagName === 'dialog' && attribute('open') === undefined) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/.test(attribute('style') ?? '');
}
