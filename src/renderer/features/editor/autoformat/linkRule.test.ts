import { expect, it } from 'vitest';
import { typedAddress } from './linkRule';

it.each([
  ['See https://site.example/a', 'https://site.example/a'],
  ['www.site.example', 'www.site.example'],
  ['(https://site.example/a_(b)).', 'https://site.example/a_(b)'],
  ['“http://site.example/?q=1&r=2#x”,', 'http://site.example/?q=1&r=2#x'],
  ['voir\u00a0: https://site.example…', 'https://site.example'],
  ['見るhttps://site.example/a', 'https://site.example/a'],
])('in %s it is %s', (line, address) => {
  expect(typedAddress(line)?.text).toBe(address);
});

it.each([
  'Booking.com',
  'readme.md',
  'https://',
  'https://x',
  'www.',
  'desk@www.site.example',
  'https://a b',
  'page.html',
])('there is none in %s', (line) => {
  expect(typedAddress(line)).toBeNull();
});
