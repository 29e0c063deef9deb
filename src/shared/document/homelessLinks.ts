import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node } from '@tiptap/pm/model';
import { namesNoSite } from './safeUrl';
import { say } from '../language/say';
import { enumerated, quoted } from '../language/formats';

/**
 * The addresses of a story's incomplete links, which name no site, each once; links to its own parts (`#part`) are
 * complete.
 */
export function homelessLinks(doc: Node): readonly string[] {
  const found = new Set<string>();
  doc.descendants(({ marks }) => {
    for (const address of marks.map(addressOf))
      if (address !== null && namesNoSite(address)) found.add(address);
  });
  return [...found];
}

/** The story with its links to these addresses turned into text, and the addresses found. */
export function withoutLinks(
  doc: Node,
  addresses: ReadonlySet<string>,
): { readonly doc: Node; readonly taken: readonly string[] } {
  const taken = homelessLinks(doc).filter((address) => addresses.has(address));
  return { doc: taken.length === 0 ? doc : without(doc, new Set(taken)), taken };
}

function without(node: Node, addresses: ReadonlySet<string>): Node {
  if (node.isInline) {
    return node.mark(node.marks.filter((mark) => !addresses.has(addressOf(mark) ?? '')));
  }
  return node.copy(Fragment.fromArray(node.children.map((child) => without(child, addresses))));
}

function addressOf({ type, attrs }: Mark): string | null {
  return type.name === 'link' ? String(attrs['href']) : null;
}

/** The most addresses named in a sentence. */
const MOST_NAMED = 3;

/** `“/plan”, “market”`, for a sentence about them. */
function namedAddresses(addresses: readonly string[]): string {
  const named = [...new Set(addresses)].map((address) => quoted(address.slice(0, 80)));
  return `${enumerated(named.slice(0, MOST_NAMED))}${named.length > MOST_NAMED ? ' …' : ''}`;
}

/** The notice for links that went out as text. */
export function linksAsText(addresses: readonly string[]): string {
  return say(
    '{count, plural, one {An incomplete link went out as text ({addresses}), because Nutgraf cannot tell where it leads. Complete it in the article.} other {# incomplete links went out as text ({addresses}), because Nutgraf cannot tell where they lead. Complete them in the article.}}',
    { count: addresses.length, addresses: namedAddresses(addresses) },
  );
}
