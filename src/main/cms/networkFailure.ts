import { say } from '#shared/language/say';
import { SiteFailure, type SiteFailureCode } from './siteFailure';

/** Why no answer came, in terms of what the user can do about it. */
interface Trouble {
  readonly code: SiteFailureCode;
  readonly words: (host: string) => string;
  /** It failed before any of the request was sent. */
  readonly neverSent: boolean;
}

const troubles = {
  refused: {
    code: 'cms_unreachable',
    words: (host) =>
      say('Nothing answers at {host}: the site is down, or its address needs another port.', { host }),
    neverSent: true,
  },
  unknownHost: {
    code: 'cms_unreachable',
    words: (host) => say('There is no site called {host}. Check the address and the network.', { host }),
    neverSent: true,
  },
  noWay: {
    code: 'cms_unreachable',
    words: (host) => say('The network does not reach {host}.', { host }),
    neverSent: false,
  },
  tooSlow: {
    code: 'cms_unreachable',
    words: (host) => say('{host} did not answer in time.', { host }),
    neverSent: false,
  },
  brokeOff: {
    code: 'cms_unreachable',
    words: (host) => say('The connection to {host} broke before its answer arrived.', { host }),
    neverSent: false,
  },
  expired: {
    code: 'cms_certificate',
    words: (host) =>
      say(
        'The certificate of {host} is not valid today: it has expired, or this computer’s clock is wrong. Nothing was sent.',
        { host },
      ),
    neverSent: true,
  },
  otherHost: {
    code: 'cms_certificate',
    words: (host) =>
      say(
        'The certificate shown for {host} belongs to another site. Nothing was sent. A network that wants you to sign in first can look like this too: try the site in a browser.',
        { host },
      ),
    neverSent: true,
  },
  untrusted: {
    code: 'cms_certificate',
    words: (host) =>
      say(
        'This computer does not trust the issuer of {host}’s certificate, so somebody could be reading along. Nothing was sent. Ask whoever runs the site or this network.',
        { host },
      ),
    neverSent: true,
  },
  notSecure: {
    code: 'cms_certificate',
    words: (host) => say('A secure connection to {host} could not be made.', { host }),
    neverSent: false,
  },
  proxy: {
    code: 'cms_proxy',
    words: (host) =>
      say(
        'This network’s proxy does not let Nutgraf through to {host}. Nothing was sent. Check the proxy in the system settings, or ask whoever runs the network.',
        { host },
      ),
    neverSent: true,
  },
} as const satisfies Record<string, Trouble>;

type TroubleName = keyof typeof troubles;

/** By the codes of Node and its TLS, of undici, and of Chromium (net/base/net_error_list.h). */
const byCode: Readonly<Record<string, TroubleName>> = {
  ECONNREFUSED: 'refused',
  ERR_CONNECTION_REFUSED: 'refused',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ERR_NAME_NOT_RESOLVED: 'unknownHost',
  ERR_NAME_RESOLUTION_FAILED: 'unknownHost',
  ENETUNREACH: 'noWay',
  EHOSTUNREACH: 'noWay',
  ENETDOWN: 'noWay',
  ERR_INTERNET_DISCONNECTED: 'noWay',
  ERR_ADDRESS_UNREACHABLE: 'noWay',
  timeout: 'tooSlow',
  ETIMEDOUT: 'tooSlow',
  UND_ERR_CONNECT_TIMEOUT: 'tooSlow',
  ERR_TIMED_OUT: 'tooSlow',
  ERR_CONNECTION_TIMED_OUT: 'tooSlow',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_CERT_DATE_INVALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'otherHost',
  ERR_CERT_COMMON_NAME_INVALID: 'otherHost',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  ERR_CERT_AUTHORITY_INVALID: 'untrusted',
  CERT_REVOKED: 'untrusted',
  EPROTO: 'notSecure',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy',
};

/** Whole families of codes that are not all named above. */
const byBeginning: readonly (readonly [string, TroubleName])[] = [
  ['ERR_CERT_', 'untrusted'],
  ['CERT_', 'untrusted'],
  ['ERR_SSL_', 'notSecure'],
  ['ERR_PROXY_', 'proxy'],
  ['ERR_SOCKS_', 'proxy'],
];

const troubleOf = (code: string): TroubleName =>
  byCode[code] ?? byBeginning.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'brokeOff';

/** How a request without an answer ended. `writes` means that the site may have done something by then. */
export function networkFailure(url: URL, writes: boolean, error: unknown): SiteFailure {
  const found = innermost(error);
  const { code, words, neverSent } = troubles[troubleOf(found.code)];
  const isDone = neverSent || found.isBeforeSending;
  return new SiteFailure(code, `${words(url.host)} (${found.code})`, { maybeDone: writes && !isDone });
}

interface Found {
  readonly code: string;
  /** The system says that it happened during connecting. */
  readonly isBeforeSending: boolean;
}

/** undici wraps the system's error as `cause`, and a host's several addresses as an AggregateError. */
function innermost(error: unknown): Found {
  if (!(error instanceof Error)) return { code: 'no answer', isBeforeSending: false };
  // undici's only sign of it.
  if (error.message.startsWith('Proxy response')) return { code: 'ERR_PROXY_REFUSED', isBeforeSending: true };
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { code: 'timeout', isBeforeSending: false };
  if (error.cause !== undefined && !('syscall' in error)) return innermost(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  return {
    code: typeof code === 'string' ? code : error.message,
    isBeforeSending: syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT',
  };
}
