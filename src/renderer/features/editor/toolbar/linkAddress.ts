import { safeUrl } from '#shared/document/safeUrl';

const mail = /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/u;
const scheme = /^(?![^/:]+:\d+(?:[/?#]|$))([a-z][a-z0-9+.-]*):/iu;
/** `news.example`, `localhost:8080`, `192.0.2.1`, with whatever follows. */
const host =
  /^(?:localhost|(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]+|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?=[/?#]|$)/u;
/** A file beside the page, which looks like a host: `page.html`. */
const file =
  /^[^/?#]+\.(?:x?html?|shtml|php\d?|aspx?|jspx?|pdf|txt|csv|json|xml|docx?|xlsx?|jpe?g|png|gif|webp|avif|svg|mp3|mp4)(?=[?#]|$)/iu;
/** A part of the page, a path from the site's root or from the page. */
const relative = /^(?:#.|[/?]|\.{1,2}\/|[^\s/]+\/)/u;

/**
 * The address that someone meant. A bare `news.example/story` is read as https and a bare mail address as mailto;
 * `#part`, `/path` and `page.html` stay as they are. Null when it is not an address, or its scheme is not one that a
 * story may link to.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (mail.test(text)) return safeUrl(`mailto:${text}`);
  const named = scheme.exec(text)?.[1];
  if (named !== undefined) return withScheme(named.toLowerCase(), text);
  if (/\s/u.test(text)) return null;
  if (file.test(text)) return safeUrl(text);
  if (host.test(text)) return safeUrl(`https://${text}`);
  return relative.test(text) ? safeUrl(text) : null;
}

function withScheme(name: string, text: string): string | null {
  const address = safeUrl(text);
  if (address === null) return null;
  if (name === 'mailto') return address.includes('@') ? address : null;
  if (name === 'tel') return /\d/.test(address) ? address : null;
  return URL.canParse(address) && /^https?:\/\/[^/?#]/i.test(address) ? address : null;
}
