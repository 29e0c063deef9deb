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
  ['#part', '#part'],
  ['page.html', 'page.html'],
  ['page.html#part', 'page.html#part'],
  ['archive/page.html', 'archive/page.html'],
  ['/2024/story', '/2024/story'],
  ['../story', '../story'],
  ['?page=2', '?page=2'],
  ['news.example/page.html', 'https://news.example/page.html'],
  ['localhost:8080', 'https://localhost:8080'],
  ['192.0.2.1/a', 'https://192.0.2.1/a'],
  ['münchen.example', 'https://münchen.example'],
  ['tel:+49 30 1', 'tel:+49%2030%201'],
  ['not a link at all', null],
  ['word', null],
  ['#', null],
  ['3.5', null],
  ['https://', null],
  ['https://not a link', null],
  ['mailto:nobody', null],
])('%j is taken as %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});
