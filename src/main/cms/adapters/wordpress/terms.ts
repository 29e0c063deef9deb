import { slugOf, tidySlug } from '#shared/domain/slug';
import { say } from '#shared/language/say';
import { z } from 'zod';
import { SiteFailure } from '../../siteFailure';
import type { Query, WordPressClient } from './client';
import { decodeEntities, escapeField } from './entities';
import { listAll, type Listing, PAGE } from './listing';

type Taxonomy = 'categories' | 'tags';

/** Ids found or created, and the names that were not available there. */
export interface Terms {
  readonly ids: readonly string[];
  /** This user is not allowed to create them. */
  readonly refused: readonly string[];
  /** The site says it has them but does not list them. */
  readonly hidden: readonly string[];
  /** Searched for by name, since the site does not list everything. */
  readonly unlisted: readonly string[];
}

const term = z.object({ id: z.int(), name: z.string(), parent: z.int().optional() });
type Term = z.infer<typeof term>;

/** WordPress's maximum batch size. */
const BATCH = 25;
const fields = { _fields: 'id,name,parent' } as const;

const termsOf = async (client: WordPressClient, taxonomy: Taxonomy, query: Query): Promise<Listing<Term>> =>
  listAll(client, term, `wp/v2/${taxonomy}`, { ...fields, ...query });

/**
 * The tags with these names, in order. Existing tags cost one request per hundred: WordPress derives a slug from the
 * name itself, so they are requested by name as slug. The rest are created in batches; where a tag with that name has
 * another slug, WordPress answers with its id.
 */
export async function findOrMakeTags(client: WordPressClient, tags: readonly string[]): Promise<Terms> {
  const names = tags.map((tag) => tag.normalize('NFC'));
  const known = new Map<string, number>();
  for (const page of runsOf(names)) {
    const found = await termsOf(client, 'tags', { slug: page });
    for (const { id, name } of found.items) known.set(sameName(decodeEntities(name)), id);
  }
  const missing = names.filter((name) => !known.has(sameName(name)));
  const not = { refused: [] as string[], hidden: [] as string[] };
  for (const batch of chunks(missing, BATCH)) {
    const made = await makeTags(client, batch);
    batch.forEach((name, index) => {
      const id = made[index] ?? 'refused';
      if (typeof id === 'number') known.set(sameName(name), id);
      else not[id].push(name);
    });
  }
  return {
    ...NO_TERMS,
    ...not,
    ids: [...new Set(names.flatMap((name) => known.get(sameName(name)) ?? []))].map(String),
  };
}

const failedTerm = z.object({ code: z.string(), data: z.object({ term_id: z.int().optional() }).optional() });
const batchAnswer = z.object({
  responses: z.array(z.object({ status: z.int(), body: z.union([z.object({ id: z.int() }), failedTerm]) })),
});

type Made = number | 'refused' | 'hidden';

/** Each tag's id, or why it has none. */
async function makeTags(client: WordPressClient, names: readonly string[]): Promise<readonly Made[]> {
  const requests = names.map((name) => ({ method: 'POST', path: '/wp/v2/tags', body: { name } }));
  const { responses } = await client.post(batchAnswer, 'batch/v1', { requests });
  const made: Made[] = [];
  for (const [index, { status, body }] of responses.entries()) {
    if ('id' in body) made.push(body.id);
    else if (body.data?.term_id !== undefined) made.push(body.data.term_id);
    else if (body.code === 'term_exists') made.push(await findExisting(client, 'tags', names[index] ?? ''));
    else if (status === 401 || status === 403) made.push('refused');
    else
      throw new SiteFailure(
        'cms_server_error',
        say('The site could not create a tag ({code}).', { code: body.code }),
        {
          status,
        },
      );
  }
  return made;
}

/** The term with that name, under that parent, which the site's list may not show: by a search, and by its slug. */
async function findByName(
  client: WordPressClient,
  taxonomy: Taxonomy,
  name: string,
  parent?: number,
): Promise<{ readonly named: number | null; readonly slugged: number | null }> {
  const isThere = (one: Term): boolean => parent === undefined || (one.parent ?? 0) === parent;
  const under = parent === undefined ? {} : { parent };
  const search = escapeField(name).replaceAll(/&(?!\w+;)/gu, '&amp;');
  const searched = await termsOf(client, taxonomy, { ...under, search });
  const slugged = await termsOf(client, taxonomy, { ...under, slug: [slugOf(name), tidySlug(name)] });
  const named = [...searched.items, ...slugged.items].find((one) => isThere(one) && isNamed(one, name));
  return { named: named?.id ?? null, slugged: slugged.items.find(isThere)?.id ?? null };
}

/** A term that the site says it has: it may have derived the same slug from another spelling. */
async function findExisting(
  ...[client, taxonomy, name, parent]: Parameters<typeof findByName>
): Promise<Made> {
  const { named, slugged } = await findByName(client, taxonomy, name, parent);
  return named ?? slugged ?? 'hidden';
}

/**
 * The category at the end of a path of names, each found under the one before it or created there. A path that this
 * user is not allowed to create comes back as refused, whole.
 */
export async function findOrMakeCategory(client: WordPressClient, path: readonly string[]): Promise<Terms> {
  let parent = 0;
  const unlisted: string[] = [];
  for (const name of path) {
    const { child, isWhole } = await listedChild(client, parent, name);
    if (child === null && !isWhole) unlisted.push(name);
    const found = child ?? (isWhole ? null : (await findByName(client, 'categories', name, parent)).named);
    const id = found ?? (await makeCategory(client, parent, name));
    if (typeof id !== 'number') return { ...NO_TERMS, unlisted, [id]: path };
    parent = id;
  }
  return { ...NO_TERMS, unlisted, ids: [String(parent)] };
}

export const NO_TERMS: Terms = { ids: [], refused: [], hidden: [], unlisted: [] };

async function listedChild(client: WordPressClient, parent: number, name: string) {
  const { items, isWhole } = await termsOf(client, 'categories', { parent });
  const child = items.find((one) => (one.parent ?? parent) === parent && isNamed(one, name));
  return { child: child?.id ?? null, isWhole };
}

async function makeCategory(client: WordPressClient, parent: number, name: string): Promise<Made> {
  try {
    return (await client.post(term, 'wp/v2/categories', { name, parent })).id;
  } catch (error) {
    if (!(error instanceof SiteFailure)) throw error;
    const { siteCode, existingId } = error.facts;
    if (error.code === 'cms_forbidden' && siteCode !== undefined) return 'refused';
    if (siteCode !== 'term_exists') throw error;
    return existingId ?? (await findExisting(client, 'categories', name, parent));
  }
}

/** The names of these terms; one that is gone is missing. */
export async function termNames(
  client: WordPressClient,
  taxonomy: Taxonomy,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const include of chunks(ids, PAGE)) {
    const { items } = await termsOf(client, taxonomy, { include });
    for (const { id, name } of items) names.set(String(id), decodeEntities(name));
  }
  return names;
}

const isNamed = (one: Term, name: string): boolean => sameName(decodeEntities(one.name)) === sameName(name);

/**
 * WordPress folds the case of ASCII letters only; `Café`, `CAFÉ` and `Cafe` are three terms to it. It drops
 * backslashes.
 */
function sameName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '')
    .trim()
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** The maximum length of names in one address: servers refuse one of more than 8,000. */
const MOST_LETTERS = 4000;

/** Names in groups that each fit one request's address, where a letter outside ASCII takes up to twelve. */
export function runsOf(names: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let letters = Infinity;
  for (const name of names) {
    const length = encodeURIComponent(name).length + 3;
    letters += length;
    if (letters > MOST_LETTERS || (runs.at(-1)?.length ?? 0) >= PAGE) {
      runs.push([]);
      letters = length;
    }
    runs.at(-1)?.push(name);
  }
  return runs;
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
