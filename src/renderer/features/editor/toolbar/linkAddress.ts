import { safeUrl } from '#shared/document/safeUrl';

/**
 * The address that someone meant: a bare `news.example/story` is taken as https, a bare mail address as mailto.
 * Null when the scheme is not one that a story may link to, or nothing was typed.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/u.test(text)) return safeUrl(`mailto:${text}`);
  const isBare = !/^[a-z][a-z0-9+.-]*:/iu.test(text) || /^[^/:]+:\d+(?:\/|$)/u.test(text);
  return safeUrl(isBare ? `https://${text}` : text);
}
