import { getAttributesFromExtensions, resolveExtensions } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { fromHtml } from '#shared/document/fromHtml';
import { extensions } from '#shared/document/schema';
import { htmlDom } from './parseHtml';

/** Every attribute of the schema's nodes and marks, and how HTML is read for it. */
const declared = getAttributesFromExtensions(resolveExtensions([...extensions]));

/** Words that look like another kind of value. */
const lookalikes = [
  '2019',
  '-1',
  '.5',
  '+07',
  'true',
  'false',
  'null',
  'undefined',
  '0',
  '1e9',
  '[object Object]',
];

/** Without those that a node is recognised by. */
const names = [...new Set(declared.map(({ name }) => name))].filter(
  (name) => !/^(?:href|src|alt)$/.test(name),
);

/** An element of each kind that the schema reads, with all of `attrs` on it. */
const elements = (attrs: string): string =>
  [
    ...'p h1 h2 blockquote ul ol li hr br strong em u s code'
      .split(' ')
      .map((tag) => `<${tag} ${attrs}>words</${tag}>`),
    `<a href="https://example.org/" ${attrs}>words</a>`,
    `<img src="https://example.org/a.jpg" ${attrs}>`,
    `<figure ${attrs}><img src="https://example.org/a.jpg" ${attrs}><figcaption ${attrs}>words <cite>words</cite></figcaption></figure>`,
    `<aside class="ad-slot" data-slot="mid" ${attrs}></aside>`,
  ].join('');

function attributesIn(node: Node): readonly unknown[] {
  const marks = node.marks.flatMap((mark) => Object.values(mark.attrs) as unknown[]);
  return [...(Object.values(node.attrs) as unknown[]), ...marks, ...node.children.flatMap(attributesIn)];
}

test.each(declared)('$type reads its $name itself: TipTap would make a number of 2019', ({ attribute }) => {
  expect(attribute.parseHTML).toBeTypeOf('function');
});

test.each(lookalikes)(
  'a page whose attributes are all %j is read by the schema, and none becomes ours',
  (value) => {
    const attrs = names.flatMap((name) => [`${name}="${value}"`, `data-x-${name}="${value}"`]).join(' ');
    const story = fromHtml(elements(attrs), htmlDom);
    story.check();
    const plain = fromHtml(elements(''), htmlDom);
    const withStart = attributesIn(story).map((found) => (found === Number.parseInt(value, 10) ? 1 : found));
    expect(withStart).toEqual(attributesIn(plain));
  },
);

test.each(lookalikes)('the words %j at a picture stay words', (value) => {
  const html = `<figure><img src="https://example.org/a.jpg" alt="${value}"><figcaption>${value} <span class="credit">${value}</span></figcaption></figure>`;
  const figure = fromHtml(html, htmlDom).firstChild;
  expect(figure?.attrs).toMatchObject({ alt: value, caption: value, credit: value });
  const picture = fromHtml(`<img src="https://example.org/a.jpg" alt="${value}">`, htmlDom).firstChild;
  expect(picture?.attrs).toMatchObject({ alt: value });
});
