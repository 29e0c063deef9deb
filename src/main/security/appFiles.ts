import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { parseAddress } from './address';

/** Scheme and host of our pages; `app://nutgraf` is their origin. */
export const SCHEME = 'app';
const HOST = 'nutgraf';
export const ORIGIN = `${SCHEME}://${HOST}`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** The media type of a file of the interface; null for one that does not belong there. */
export function contentType(path: string): string | null {
  return types[extname(path).toLowerCase()] ?? null;
}

/** What one of our addresses refers to: a file of the interface, an image of the store, or nothing. */
export type Wanted =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'asset'; readonly hash: string }
  | { readonly kind: 'nothing' };

const NOTHING: Wanted = { kind: 'nothing' };

/** Reads an address; a path that leaves `folder`, however it is spelt, refers to nothing. */
export function wanted(address: string, folder: string): Wanted {
  const url = parseAddress(address);
  if (url?.protocol !== `${SCHEME}:` || url.host !== HOST) return NOTHING;
  const hash = /^\/asset\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  if (hash) return { kind: 'asset', hash };
  return fileWithin(folder, url.pathname);
}

function fileWithin(folder: string, pathname: string): Wanted {
  const path = decoded(pathname);
  if (path === null || /[\0\\]/.test(path)) return NOTHING;
  const file = join(folder, path);
  const inside = relative(folder, file);
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves ? NOTHING : { kind: 'file', path: file };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
