import { htmlDom } from '../../dom/parseHtml';

/** Text of JSON-LD as it reads: many sites leave HTML's character references in it. */
export function decoded(text: string): string {
  if (!/&(?:#\w+|\w+);/.test(text)) return text;
  return htmlDom.parse(text.replaceAll('<', '&lt;')).body.textContent ?? text;
}
