import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { parseAddress } from './address';

/** An address that may be opened outside the app, rebuilt from its permitted parts, and whom it goes to. */
export interface OutsideAddress {
  readonly kind: 'page' | 'mail';
  readonly href: string;
  /** The host, or the recipients: what the user looks at first. */
  readonly target: string;
}

/**
 * Reads an address that is to be opened in another program. Throws NutgrafError `bad_address` for any scheme except
 * http, https and mailto, since others start programs, and for an address with a user name or password.
 */
export function outsideAddress(address: string): OutsideAddress {
  const url = parseAddress(address);
  if (url?.protocol === 'mailto:') return mailAddress(url);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new NutgrafError('bad_address', say('Nutgraf opens only web and email addresses.'));
  }
  if (url.username !== '' || url.password !== '') {
    throw new NutgrafError(
      'bad_address',
      say('This address hides where it leads behind a user name, so it was not opened.'),
    );
  }
  return { kind: 'page', href: url.href, target: url.host };
}

/** The header fields that a link may fill (RFC 6068, section 3); `attach` would send files from this computer. */
const people = ['to', 'cc', 'bcc'] as const;
const words = ['subject', 'body'] as const;

const isPeople = (name: string): boolean => (people as readonly string[]).includes(name);
const isWords = (name: string): boolean => (words as readonly string[]).includes(name);

function mailAddress(url: URL): OutsideAddress {
  const to = peopleOf(url.pathname);
  const fields = fieldsOf(url.search).flatMap(([name, value]) => {
    if (isPeople(name)) return [[name, peopleOf(value).map(encodeURIComponent).join(',')] as const];
    return isWords(name) ? [[name, encodeURIComponent(line(name, decoded(value)))] as const] : [];
  });
  const query = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const all = [
    ...to,
    ...fieldsOf(url.search).flatMap(([name, value]) => (isPeople(name) ? peopleOf(value) : [])),
  ];
  return {
    kind: 'mail',
    href: `mailto:${to.map(encodeURIComponent).join(',')}${query === '' ? '' : `?${query}`}`,
    target: all.join(', '),
  };
}

/** Lower-case name and raw value; a `+` is a plus in a mail address (RFC 6068, section 5). */
const fieldsOf = (search: string): readonly (readonly [string, string])[] =>
  search
    .replace(/^\?/u, '')
    .split('&')
    .map((field) => {
      const [name = '', ...value] = field.split('=');
      return [decoded(name).toLowerCase(), value.join('=')] as const;
    });

/** Plain addresses only: no quotes, no characters that another program may read as more than an address. */
const peopleOf = (text: string): readonly string[] =>
  decoded(text)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => /^[\p{L}\p{N}._+~!#$*/=^{|}-]+@[\p{L}\p{N}.-]+$/u.test(one) && !one.startsWith('-'));

/** A line break in a subject would begin another header field; in a text it is one. */
const line = (name: string, value: string): string =>
  name === 'body' ? value : value.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
