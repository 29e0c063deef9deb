import type { z } from 'zod';
import type { Time } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { SiteFailure, type SiteFailureFacts } from '../../siteFailure';
import { decodeEntities } from './entities';

/** An answer, its body read to the end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly method: string;
}

interface SiteError {
  readonly code: string;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The body of a good answer. Throws {@link SiteFailure} for every other one, with what the user can do. */
export function readAnswer<T extends z.ZodType>(schema: T, answer: Answer, now: Time): z.output<T> {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, now);
  const writes = answer.method === 'POST';
  if (isPortal(answer)) throw portal(answer);
  if (!writes && isHtml(answer)) throw notWordPress();
  const parsed = schema.safeParse(parseJson(answer.text));
  if (parsed.success) return parsed.data;
  throw new SiteFailure('cms_bad_answer', badAnswer(answer), { maybeDone: writes, status: answer.status });
}

const badAnswer = ({ text }: Answer): string =>
  text.trim() === ''
    ? say('The site sent an empty answer: something on it stopped half-way. Its PHP error log says why.')
    : say(
        'The site’s answer is unreadable: a plugin or the theme may be printing warnings into it. Its PHP error log says which.',
      );

/** The network's sign-in page in place of the site. */
export const portal = ({ method, status }: Answer): SiteFailure =>
  new SiteFailure(
    'cms_portal',
    say(
      'A sign-in page answered in place of the site, as in hotels, trains and offices. Open a browser and sign in to the network.',
    ),
    { status, maybeDone: method === 'POST' },
  );

const isHtml = ({ headers, text }: Answer): boolean =>
  text.trim() !== '' && /^text\/html/iu.test(headers.get('content-type') ?? '');

const notWordPress = (facts: SiteFailureFacts = {}): SiteFailure =>
  new SiteFailure(
    'cms_other_system',
    say(
      'That address answers, but not as WordPress would. Check it; if it is right, the site’s REST API is switched off or blocked.',
    ),
    facts,
  );

/** The site's own error, or null when the body is not one. */
function siteErrorOf(text: string): SiteError | null {
  const body = parseJson(text);
  if (!isRecord(body) || typeof body['code'] !== 'string') return null;
  const { code, message, data } = body;
  return { code, message: readable(message), data: isRecord(data) ? data : {} };
}

/** Request Timeout, Too Early, Too Many Requests, Service Unavailable: RFC 9110, 8470 and 6585. */
const busyStatus: ReadonlySet<number> = new Set([408, 425, 429, 503]);

/** What a bad answer means, and what the user can do. */
export function failureOf(answer: Answer, now: Time): SiteFailure {
  const { status } = answer;
  const error = siteErrorOf(answer.text);
  const facts: SiteFailureFacts = {
    status,
    maybeDone: answer.method === 'POST',
    ...(error ? { siteCode: error.code } : {}),
    ...(typeof error?.data['term_id'] === 'number' ? { existingId: error.data['term_id'] } : {}),
  };
  if (isPortal(answer)) return portal(answer);
  if (isSignIn(status, error)) return signInFailure(facts);
  if (busyStatus.has(status)) return busy(answer, facts, now);
  if (status >= 500) return serverError(status, facts, error);
  if (status === 410 || error?.code === 'rest_post_invalid_id') return gone(facts);
  if (status === 403) return forbidden(facts, error);
  if (error === null || error.code === 'rest_no_route') return notWordPress(facts);
  return new SiteFailure(
    'cms_refused',
    say('The site refused it: {message}', { message: error.message }),
    facts,
  );
}

/** A wrong password can also appear as a parameter that only a signed-in user may use (400, inner status 401). */
function isSignIn(status: number, error: SiteError | null): boolean {
  if (status === 401) return true;
  if (!error) return false;
  if (error.code === 'incorrect_password' || error.code === 'invalid_username') return true;
  return status === 400 && JSON.stringify(error.data).includes('"rest_forbidden_status"');
}

const signInFailure = (facts: SiteFailureFacts): SiteFailure =>
  new SiteFailure(
    'cms_sign_in',
    say(
      'The site does not accept this user and application password. Create a new password under Users ▸ Profile ▸ Application Passwords and enter it.',
    ),
    facts,
  );

const busy = ({ headers }: Answer, facts: SiteFailureFacts, now: Time): SiteFailure => {
  const retryAfterMs = retryAfter(headers.get('retry-after'), now);
  return new SiteFailure(
    'cms_busy',
    say('The site is busy or down for maintenance.'),
    retryAfterMs === null ? facts : { ...facts, retryAfterMs },
  );
};

const serverError = (status: number, facts: SiteFailureFacts, error: SiteError | null): SiteFailure =>
  new SiteFailure(
    'cms_server_error',
    say('The site reported an error ({status}).', {
      status: error ? `${status}, ${error.code}` : `${status}`,
    }),
    facts,
  );

const gone = (facts: SiteFailureFacts): SiteFailure =>
  new SiteFailure('cms_gone', say('The post is no longer on the site.'), { ...facts, trashed: false });

const forbidden = (facts: SiteFailureFacts, error: SiteError | null): SiteFailure =>
  new SiteFailure(
    'cms_forbidden',
    error === null
      ? say(
          'Something in front of the site, such as a firewall, refused the request. Ask whoever runs the site to let Nutgraf through.',
        )
      : notAllowed(error),
    facts,
  );

const notAllowed = ({ message }: SiteError): string =>
  message === ''
    ? say('This user is not allowed to do that on the site. Ask for the role of author or editor there.')
    : say(
        'This user is not allowed to do that on the site: {message} Ask for the role of author or editor there.',
        { message },
      );

const DAY = 86_400_000;

/** `Retry-After` in ms: seconds or a date (RFC 9110, section 10.2.3), at most a day; null if there is none. */
export function retryAfter(header: string | null, now: Time): number | null {
  if (header === null) return null;
  const ms = /^\d+$/u.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), DAY);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readable = (message: unknown): string =>
  typeof message === 'string'
    ? decodeEntities(message.slice(0, 5000).replaceAll(/<[^>]*>/gu, '')).slice(0, 500)
    : '';

/** Network Authentication Required: RFC 6585, section 6. */
const SIGN_IN_FIRST = 511;

/** Words in the addresses to which networks send people to sign in. */
const portalAddress = /captive|portal|hotspot|wifi|wlan|guest|login|signin|sign-in|splash|logon/iu;

/** What such pages contain: a password form, or what the hot spot standard (WISPr) prescribes. */
const portalPage =
  /<input[^<>]+type\s*=\s*["']?password|WISPAccessGatewayParam|http-equiv\s*=\s*["']?refresh/iu;

/** Whether the network answered in place of the site because it wants the user to sign in first. */
export function isPortal({ status, headers, text }: Answer): boolean {
  if (status === SIGN_IN_FIRST) return true;
  const isPage = /^text\/html/iu.test(headers.get('content-type') ?? '') && status < 300;
  return isPage && portalPage.test(text) && !isOfWordPress(text);
}

/** Whether a redirect leads to such a page: to an address of that kind that includes the original destination. */
export function leadsToPortal(target: URL, asked: URL): boolean {
  if (target.origin === asked.origin) return false;
  const rest = target.href.slice(target.protocol.length);
  return portalAddress.test(rest) || decodeURIComponent(target.search).includes(asked.host);
}

/** WordPress's own sign-in page and its themes use such names for their files. */
const isOfWordPress = (text: string): boolean => /wp-(?:content|includes|login|admin)/u.test(text);
