import { z } from 'zod';
import type { RemoteTerm } from '../../adapter';
import { SiteFailure } from '../../siteFailure';
import type { WordPressClient } from './client';
import { decodeEntities } from './entities';

type Taxonomy = 'categories' | 'tags';

/** Ids found or made; `refused` are names that this user may not make there. */
export interface Terms {
  readonly ids: readonly string[];
  readonly refused: readonly string[];
}

const term = z.object({ id: z.int(), name: z.string(), parent: z.int().optional() });
type Term = z.infer<typeof term>;

/** The most that WordPress gives in one page, and takes in one batch. */
const PAGE = 100;
const BATCH = 25;
const fields = { _fields: 'id,name,parent', per_page: PAGE } as const;

/**
 * The tags of these names, in their order. Those that exist cost one request a hundred: WordPress makes the slug
 * of a name itself, so they are asked for by name as slug. The rest is made in batches; where a tag of that name
 * has another slug, WordPress answers with its id.
 */
export async function findOrMakeTags(client: WordPressClient, tags: readonly string[]): Promise<Terms> {
  const names = tags.map((tag) => tag.normalize('NFC'));
  const known = new Map<string, number>();
  for (const page of runsOf(names)) {
    const found = await client.get(z.array(term), 'wp/v2/tags', { ...fields, slug: page });
    for (const { id, name } of found) known.set(sameName(decodeEntities(name)), id);
  }
  const missing = names.filter((name) => !known.has(sameName(name)));
  for (const batch of chunks(missing, BATCH)) {
    const made = await makeTags(client, batch);
    made.forEach((id, index) => id !== null && known.set(sameName(batch[index] ?? ''), id));
  }
  const idOf = (name: string): number | undefined => known.get(sameName(name));
  return {
    ids: [...new Set(names.flatMap((name) => idOf(name) ?? []))].map(String),
    refused: names.filter((name) => idOf(name) === undefined),
  };
}

const failedTerm = z.object({ code: z.string(), data: z.object({ term_id: z.int().optional() }).optional() });
const batchAnswer = z.object({
  responses: z.array(z.object({ status: z.int(), body: z.union([z.object({ id: z.int() }), failedTerm]) })),
});

/** Null where the user may not make tags. */
async function makeTags(
  client: WordPressClient,
  names: readonly string[],
): Promise<readonly (number | null)[]> {
  const requests = names.map((name) => ({ method: 'POST', path: '/wp/v2/tags', body: { name } }));
  const { responses } = await client.post(batchAnswer, 'batch/v1', { requests });
  return responses.map(({ status, body }) => {
    if ('id' in body) return body.id;
    if (body.data?.term_id !== undefined) return body.data.term_id;
    if (status === 401 || status === 403) return null;
    throw new SiteFailure('cms_server_error', `The site could not make a tag (${body.code}).`, { status });
  });
}

/**
 * The category at the end of a path of names, each found under the one before it or made there.
 * A path that this user may not make comes back as refused, whole.
 */
export async function findOrMakeCategory(client: WordPressClient, path: readonly string[]): Promise<Terms> {
  let parent = 0;
  for (const name of path) {
    const id = (await findChild(client, parent, name)) ?? (await makeCategory(client, parent, name));
    if (id === null) return { ids: [], refused: path };
    parent = id;
  }
  return { ids: [String(parent)], refused: [] };
}

async function findChild(client: WordPressClient, parent: number, name: string): Promise<number | null> {
  const children = await allTerms(client, 'categories', { parent });
  return children.find((child) => sameName(decodeEntities(child.name)) === sameName(name))?.id ?? null;
}

async function makeCategory(client: WordPressClient, parent: number, name: string): Promise<number | null> {
  try {
    return (await client.post(term, 'wp/v2/categories', { name, parent })).id;
  } catch (error) {
    if (error instanceof SiteFailure && error.code === 'cms_forbidden') return null;
    const existing = error instanceof SiteFailure && error.facts.siteCode === 'term_exists';
    const found = existing ? await findChild(client, parent, name) : null;
    if (found === null) throw error;
    return found;
  }
}

async function allTerms(
  client: WordPressClient,
  taxonomy: Taxonomy,
  query: { parent?: number },
): Promise<readonly Term[]> {
  const terms: Term[] = [];
  for (let page = 1; ; page += 1) {
    const found = await client.get(z.array(term), `wp/v2/${taxonomy}`, { ...fields, ...query, page });
    terms.push(...found);
    if (found.length < PAGE) return terms;
  }
}

/** Every term of a taxonomy. */
export async function listTerms(client: WordPressClient, taxonomy: Taxonomy): Promise<readonly RemoteTerm[]> {
  const terms = await allTerms(client, taxonomy, {});
  return terms.map(({ id, name, parent }) => ({
    id: String(id),
    name: decodeEntities(name),
    parent: parent ? String(parent) : null,
  }));
}

/** The names of these terms; one that is gone is missing. */
export async function termNames(
  client: WordPressClient,
  taxonomy: Taxonomy,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const include of chunks(ids, PAGE)) {
    const found = await client.get(z.array(term), `wp/v2/${taxonomy}`, { ...fields, include });
    for (const { id, name } of found) names.set(String(id), decodeEntities(name));
  }
  return names;
}

/** WordPress folds the case of ASCII letters only; `Café`, `CAFÉ` and `Cafe` are three terms to it. */
function sameName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** The most letters of names in one address: servers refuse one of more than 8,000. */
const MOST_LETTERS = 4000;

/** Names in runs that each fit one request's address, where a letter outside ASCII is up to twelve. */
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
