import { expect, test } from 'vitest';
import { htmlDom } from './parseHtml';

const page =
  '<p class="a b" data-x="1">one <b>two</b></p><div><a href="/x">three</a><a>four</a></div><svg><a>five</a></svg><table><td rowspan=2>six</table><P>seven</P>';

const selectors =
  'p|a|b|td|svg|absent|p.a|p.a.b|p.c|a[href]|a[href*="x"]|a:not([href])|td[rowspan="2"]|.a|[data-x]|p, a|div a|div > a|p ~ div|p:first-child|*';

test.each(selectors.split('|'))('%s matches what a search for it finds', (selector) => {
  const { body } = htmlDom.parse(page);
  const found = new Set(body.querySelectorAll(selector));
  const all = [...body.querySelectorAll('*')];
  expect(all.filter((element) => element.matches(selector))).toEqual(all.filter((one) => found.has(one)));
});
