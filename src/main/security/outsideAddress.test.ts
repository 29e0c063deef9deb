import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideAddress } from './outsideAddress';

test.each([
  ['https://example.org/a?b=1#c', 'page', 'https://example.org/a?b=1#c', 'example.org'],
  ['http://EXAMPLE.org:81', 'page', 'http://example.org:81/', 'example.org:81'],
  ['https://bücher.example', 'page', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
  ['mailto:desk@example.org', 'mail', 'mailto:desk%40example.org', 'desk@example.org'],
  [
    'mailto:desk@example.org?subject=A%20story&body=One%0D%0Atwo&cc=two@example.org',
    'mail',
    'mailto:desk%40example.org?subject=A%20story&body=One%0D%0Atwo&cc=two%40example.org',
    'desk@example.org, two@example.org',
  ],
  [
    'mailto:a+b@example.org?Subject=1+1',
    'mail',
    'mailto:a%2Bb%40example.org?subject=1%2B1',
    'a+b@example.org',
  ],
  [
    'mailto:?to=a@example.org,b@example.org',
    'mail',
    'mailto:?to=a%40example.org,b%40example.org',
    'a@example.org, b@example.org',
  ],
])('%s goes out as what it is', (address, kind, href, target) => {
  expect(outsideAddress(address)).toEqual({ kind, href, target });
});

test.each([
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?ATTACH=/etc/passwd&subject=x',
  'mailto:a@example.org?attachment=file:///etc/passwd',
  'mailto:a@example.org?%61ttach=/etc/passwd',
  'mailto:a@example.org?subject=x%0D%0Aattach:%20/etc/passwd',
  'mailto:a@example.org?subject=x&amp;attach=/etc/passwd',
  'mailto:a@example.org?in-reply-to=x&x-header=y&from=z@example.org',
  'mailto:a@example.org%3Fattach=/etc/passwd',
  'mailto:"a?attach=/etc/passwd"@example.org',
  'mailto:a@example.org,--attach=/etc/passwd@example.org',
  'mailto:a@example.org?cc=b@example.org?attach=/etc/passwd',
  'mailto:a@example.org#?attach=/etc/passwd',
])('%s carries nothing but people, subject and text', (address) => {
  const { href } = outsideAddress(address);
  expect(decodeURIComponent(href)).not.toMatch(/[?&,](?!subject|body|to|cc|bcc)[\w-]+=/iu);
  expect(href).toMatch(
    /^mailto:[^?]*(\?(to|cc|bcc|subject|body)=[^&]*(&(to|cc|bcc|subject|body)=[^&]*)*)?$/u,
  );
  expect(href).not.toMatch(/%0D|%0A/iu);
});

test('no mail address whatsoever opens another field or another header line', () => {
  const piece = fc.constantFrom(
    'attach',
    '=',
    '&',
    '?',
    '%26',
    '%3D',
    '%3F',
    '%0A',
    '%0D',
    'subject',
    'a@b',
    ',',
    '#',
    '"',
    ' ',
    '%25',
    '/etc',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const { href } = outsideAddress(`mailto:a@example.org?${pieces.join('')}`);
      const [, ...fields] = href.split(/[?&]/u);
      for (const field of fields) expect(field).toMatch(/^(to|cc|bcc|subject|body)=[^=]*$/u);
    }),
  );
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ms-settings:x',
  'smb://example.org/share',
  'https://bank.example@example.org/',
  'https://user:secret@example.org',
  'no address',
  '',
])('%s is not opened', (address) => {
  expect(() => outsideAddress(address)).toThrow(expect.objectContaining({ code: 'bad_address' }));
});
