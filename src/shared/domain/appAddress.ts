import { z } from 'zod';
import { articleFields } from './fields';
import { id } from './id';

/** The maximum length of an address, in UTF-16 code units; systems pass on less than that or cut it. */
export const ADDRESS_LIMIT = 100_000;

/** The maximum length of the text of an article made from an address, in UTF-16 code units. */
const TEXT_LIMIT = 20_000;

/** An article that an address describes; nothing is made until a person agrees. All plain text; `''` for what is not given. */
export const addressDraft = z.strictObject({
  headline: articleFields.headline.schema.default(''),
  standfirst: articleFields.standfirst.schema.default(''),
  /** A section's name. */
  section: z.string().trim().max(200).default(''),
  /** An empty line separates paragraphs. */
  text: z.string().max(TEXT_LIMIT).default(''),
});
export type AddressDraft = z.infer<typeof addressDraft>;

const appAddress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), id }),
  z.strictObject({ kind: z.literal('new'), draft: addressDraft }),
]);
export type AppAddress = z.infer<typeof appAddress>;

/** Whether a word is an address of ours, well formed or not. */
export const isAppAddress = (word: string): boolean => /^nutgraf:/i.test(word);

/**
 * What an address asks for: `nutgraf://open/ID`, or
 * `nutgraf://new?headline=…&standfirst=…&section=…&text=…`, each at most once, written as a web form writes them
 * (WHATWG URL, application/x-www-form-urlencoded). Null for everything else, however near it comes.
 */
export function readAppAddress(address: string): AppAddress | null {
  if (address.length > ADDRESS_LIMIT) return null;
  const read = appAddress.safeParse(partsOf(address));
  return read.success ? read.data : null;
}

function partsOf(address: string): unknown {
  const article = /^nutgraf:\/\/open\/([^/?#]+)\/?$/i.exec(address)?.[1];
  if (article !== undefined) return { kind: 'open', id: article };
  const query = /^nutgraf:\/\/new\/?(?:\?([^#]*))?$/i.exec(address);
  return query && { kind: 'new', draft: fieldsOf(query[1] ?? '') };
}

/** Null where a field is named twice or not written as it should be. */
function fieldsOf(query: string): Readonly<Record<string, string>> | null {
  const fields = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [key = '', ...rest] = pair.split('=');
    const value = decoded(rest.join('='));
    if (value === null || fields.has(key)) return null;
    fields.set(key, value);
  }
  return Object.fromEntries(fields);
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
