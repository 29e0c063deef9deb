import { expect, it } from 'vitest';
import { linkAddress } from './linkAddress';

it.each([
  ['news.example/story', 'https://news.example/story'],
  ['news.example:8080/story', 'https://news.example:8080/story'],
  ['http://news.example', 'http://news.example'],
  ['desk@news.example', 'mailto:desk@news.example'],
  ['  https://news.example/a b ', 'https://news.example/a%20b'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['', null],
])('%j is taken as %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});
