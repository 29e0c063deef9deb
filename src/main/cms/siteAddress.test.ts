import { describe, expect, test } from 'vitest';
import { siteAddress } from './siteAddress';

describe('siteAddress', () => {
  test.each([
    ['example.org', 'https://example.org'],
    ['  https://Example.org/ ', 'https://example.org'],
    ['https://example.org/news/', 'https://example.org/news'],
    ['https://example.org:8443/?p=1#top', 'https://example.org:8443'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost', 'http://localhost'],
    ['http://[::1]:81', 'http://[::1]:81'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(siteAddress(typed)).toBe(kept);
  });

  test.each([
    ['', 'bad_address'],
    ['not a site', 'bad_address'],
    ['ftp://example.org', 'bad_address'],
    ['javascript:alert(1)', 'bad_address'],
    ['file:///etc/passwd', 'bad_address'],
    ['http://example.org', 'address_not_https'],
    ['http://127.0.0.1.example.org', 'address_not_https'],
    ['https://user:secret@example.org', 'address_with_credentials'],
    ['https://10.1.2.3', 'private_address'],
    ['https://192.168.0.1', 'private_address'],
    ['https://172.31.255.1', 'private_address'],
    ['https://169.254.169.254', 'private_address'],
    ['https://3232235521', 'private_address'],
    ['https://[fd00::1]', 'private_address'],
    ['https://[fe80::1]', 'private_address'],
    ['https://[::ffff:10.0.0.1]', 'private_address'],
    ['https://intranet', 'private_address'],
    ['https://press.local', 'private_address'],
  ])('%s is refused as %s', (typed, code) => {
    expect(() => siteAddress(typed)).toThrow(expect.objectContaining({ code }));
  });

  test.each(['https://user:secret@example.org', 'http://example.org'])(
    'the refusal of %s names nothing that only some kinds of sites ask for',
    (typed) => {
      expect(() => siteAddress(typed)).toThrow(/your sign-in/u);
      expect(() => siteAddress(typed)).not.toThrow(/password/u);
    },
  );

  test('a private address is taken once it was confirmed, and still only over https', () => {
    expect(siteAddress('https://192.168.0.1', { allowPrivate: true })).toBe('https://192.168.0.1');
    expect(() => siteAddress('http://192.168.0.1', { allowPrivate: true })).toThrow(/https/u);
  });

  test('neighbours of private ranges are public', () => {
    for (const host of ['172.15.0.1', '172.32.0.1', '11.0.0.1', '100.128.0.1', '192.169.0.1']) {
      expect(siteAddress(`https://${host}`)).toBe(`https://${host}`);
    }
  });
});
