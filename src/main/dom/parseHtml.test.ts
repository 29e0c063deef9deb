import { fromHtml } from '#shared/document/fromHtml';
import { normalise } from '#shared/document/normalise';
import { arbitraryDocument } from '#shared/document/testing/arbitraryDocument';
import { specification } from '#shared/document/testing/corpora';
import { toHtml } from '#shared/document/toHtml';
import fc from 'fast-check';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { htmlDom, parseDocument } from './parseHtml';
import { oddHtml } from './testing/oddHtml';

test('whatever the story, HTML read back is the story in normal form', () => {
  fc.assert(
    fc.property(arbitraryDocument, (doc) => {
      expect(fromHtml(toHtml(doc), htmlDom).toJSON()).toEqual(normalise(doc).toJSON());
    }),
    { numRuns: 300 },
  );
});

/** A tree as lines: each node and its depth. */
type Outline = readonly string[];

/** The result of the standard's algorithm on a page, in parse5's own nodes. */
function expectedOutline(html: string): Outline {
  const lines: string[] = [];
  const visit = (node: Tree.Node, depth: number): void => {
    const indent = ' '.repeat(depth);
    if ('value' in node) lines.push(`${indent}“${node.value}”`);
    if ('tagName' in node) {
      const attrs = node.attrs.map(
        ({ prefix, name, value }) => `${prefix ? `${prefix}:` : ''}${name}=${tidy(name, value)}`,
      );
      lines.push(`${indent}${[node.tagName, ...attrs.toSorted()].join(' ')}`);
    }
    const children =
      'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
    for (const child of children) visit(child, depth + 1);
  };
  visit(parse(html), 0);
  return lines;
}

interface Attributed {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

type LinkedomNode = ReturnType<typeof parseDocument>['documentElement'];

function outline(html: string): Outline {
  const lines: string[] = [];
  const visit = (node: LinkedomNode, depth: number): void => {
    const indent = ' '.repeat(depth);
    if (node.nodeType === 3) lines.push(`${indent}“${node.textContent ?? ''}”`);
    if (node.nodeType === 1) {
      const attrs = [...(node as unknown as Attributed).attributes].map(
        ({ name, value }) => `${name}=${tidy(name, value)}`,
      );
      lines.push(`${indent}${[node.localName, ...attrs.toSorted()].join(' ')}`);
    }
    for (const child of node.childNodes) visit(child, depth + 1);
  };
  visit(parseDocument(html), 0);
  return lines;
}

/** linkedom keeps classes as a set. */
const tidy = (name: string, value: string): string =>
  name === 'class' ? [...new Set(value.split(/\s+/).filter(Boolean))].join(' ') : value;

describe('a page is read by the standard', () => {
  test('whatever its markup, as parse5 reads it into its own nodes', () => {
    fc.assert(
      fc.property(oddHtml, (html) => {
        expect(outline(html)).toEqual(expectedOutline(html));
      }),
      { numRuns: 500 },
    );
  });

  test('the HTML and the Markdown of every case of the CommonMark specification', () => {
    for (const { html, markdown } of specification) {
      for (const source of [html, markdown]) expect(outline(source)).toEqual(expectedOutline(source));
    }
  });

  test.each([
    ['a head that no tag ends', '<html><head><title>A</title><p>one<p>two'],
    ['a title that is not in the head', '<p>one</p><title>A</title><p>two'],
    ['a comment that ends with a bang', '<p>one</p><!-- x --!><p>two</p>'],
    ['a picture of lines that no tag ends', '<p>one</p><svg><path d="M0"><p>two</p>'],
    ['a formula that no tag ends', '<p>one</p><math><mi>x<p>two</p>'],
    ['text where a table has none', '<table>one<tr><td>cell</td></tr></table><p>two</p>'],
    ['tags that cross', '<p>one <b><i>bold</b> italic</i> <p>two'],
    ['a paragraph that a block ends', '<p>one<div>two</div></p>'],
    ['a table’s row by itself', '<tr><td>one</td></tr>two'],
    ['an address that never ends', '<p>one two</p><a href="x'],
    [
      'a template that the page shows as its own tree',
      '<div><template shadowrootmode="open"><p>one two</p></template></div>',
    ],
  ])('%s keeps its words', (_what, html) => {
    const words = fromHtml(html, htmlDom).textContent;
    expect(words).toContain('one');
    expect(words).toContain('two');
  });
});
