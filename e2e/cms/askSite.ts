import type { WordPressRole, WordPressSite } from '../../tools/wordpress';

/** A post as the site's own administrator sees it. */
export interface SitePost {
  readonly id: number;
  readonly status: string;
  readonly slug: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
  readonly excerpt: { readonly raw: string };
  readonly categories: readonly number[];
  readonly tags: readonly number[];
}

/** What the site's API answers to somebody there; throws when it refuses. */
export async function askSite<T>(
  { url, users }: WordPressSite,
  method: string,
  route: string,
  body: unknown,
  as: WordPressRole,
): Promise<T> {
  const { login, password } = users[as];
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  const answer = await fetch(`${url}/wp-json/wp/v2/${route}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}
