import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';

/**
 * A site's address as it is stored: https (http only on this machine), no credentials, no query, no trailing slash.
 *
 * Throws NutgrafError `bad_address`, `address_not_https`, `address_with_credentials` or, for a host of a private
 * network unless `allowPrivate`, `private_address`.
 */
export function siteAddress(typed: string, options: { readonly allowPrivate?: boolean } = {}): string {
  const url = parse(typed.trim());
  if (url.username || url.password) {
    throw new NutgrafError(
      'address_with_credentials',
      say('Leave your sign-in out of the address, and enter it in its own fields.'),
    );
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new NutgrafError(
      'address_not_https',
      say('The address must begin with https://, so that nobody can read your sign-in on its way.'),
    );
  }
  if (!options.allowPrivate && isPrivate(url.hostname)) {
    throw new NutgrafError(
      'private_address',
      say('{hostname} is on a private network. Confirm that this is the site you mean.', {
        hostname: url.hostname,
      }),
    );
  }
  return url.origin + url.pathname.replace(/\/+$/u, '');
}

function parse(typed: string): URL {
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === '') {
    throw new NutgrafError('bad_address', say('Enter the address of the site, such as https://example.org.'));
  }
  return url;
}

/** This machine itself: RFC 6890 for 127.0.0.0/8 and ::1, RFC 6761 for localhost. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/u.test(host)
  );
}

const privateHosts: readonly RegExp[] = [
  /^10(\.\d+){3}$/u, // RFC 1918
  /^192\.168(\.\d+){2}$/u,
  /^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$/u,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d+){2}$/u, // RFC 6598
  /^169\.254(\.\d+){2}$/u, // RFC 3927, link-local
  /^0(\.\d+){3}$/u,
  /^\[f[cd][0-9a-f]{2}:/u, // RFC 4193
  /^\[fe[89ab][0-9a-f]:/u, // RFC 4291, link-local
  /^\[::ffff:/u, // an IPv4 address in IPv6 form
  /^\[::\]$/u,
  /\.(local|internal|lan|home\.arpa)$/u,
  /^[^.[\]]+$/u, // a name without a dot
];

function isPrivate(host: string): boolean {
  return !isLoopback(host) && privateHosts.some((pattern) => pattern.test(host));
}
