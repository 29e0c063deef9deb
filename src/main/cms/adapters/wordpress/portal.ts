import type { Answer } from './answer';

/** Network Authentication Required: RFC 6585, section 6. */
const SIGN_IN_FIRST = 511;

/** Words of addresses to which networks send a person who is to sign in. */
const portalAddress = /captive|portal|hotspot|wifi|wlan|guest|login|signin|sign-in|splash|logon/iu;

/** What such pages hold: a form for a password, or what the standard for hot spots (WISPr) has them say. */
const portalPage =
  /<input[^<>]+type\s*=\s*["']?password|WISPAccessGatewayParam|http-equiv\s*=\s*["']?refresh/iu;

/** Whether the network answered in the site's place, since it wants the person to sign in to it first. */
export function isPortal({ status, headers, text }: Answer): boolean {
  if (status === SIGN_IN_FIRST) return true;
  const isPage = /^text\/html/iu.test(headers.get('content-type') ?? '') && status < 300;
  return isPage && portalPage.test(text) && !isOfWordPress(text);
}

/** Whether a redirect leads to such a page: to an address of that kind that is told where one had meant to go. */
export function leadsToPortal(target: URL, asked: URL): boolean {
  if (target.origin === asked.origin) return false;
  const rest = target.href.slice(target.protocol.length);
  return portalAddress.test(rest) || decodeURIComponent(target.search).includes(asked.host);
}

/** WordPress's own sign-in page and its themes name their files so. */
const isOfWordPress = (text: string): boolean => /wp-(?:content|includes|login|admin)/u.test(text);
