import { IMPORT_LIMIT } from '#shared/contract/requestSize';
import { TEXT_LIMIT } from '../readSource';

/** A file that may be hard to read; `bytes` generates it each time, since some are 20 MB. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** How often a piece fits into the longest text that an import takes. */
const fill = (piece: string, limit = TEXT_LIMIT - 1000): string =>
  piece.repeat(Math.floor(limit / piece.length));
const sentence = 'The harbour was closed to all ships until noon, the captain of the port said. ';

const texts: Readonly<Record<string, () => string>> = {
  'one line.txt': () => fill('word '),
  'one line without a space.txt': () => fill('word'),
  'short lines.txt': () => fill('a\n'),
  'short paragraphs.txt': () => fill('ab\n\n'),
  'prose.txt': () => fill(`${sentence.repeat(6)}\n\n`),
  'titles.txt': () => fill('A Bridge Closes | Home > City\n'),
  'hashtags.txt': () => `Text.\n\n${fill('#tag ')}`,
  'bylines.txt': () => fill('By Ana Example, 12 October 2025\n'),
  'quotes.txt': () => fill('> '),
  'spaces.txt': () => `a${' '.repeat(TEXT_LIMIT - 1000)}b`,
  'blank lines.txt': () => `a${fill(' \n')}b`,
  'marks.txt': () => fill('e\u0301\u0302'),
  'emoji.txt': () => fill('👩‍👩‍👧'),
  'adverts.txt': () => fill('Advertisement\n'),
  'open tags.html': () => fill('<p>'),
  'open bold.html': () => fill('<b>x'),
  'open bold paragraphs.html': () => fill('<p><b>'),
  'open links.html': () => fill('<a href=x>'),
  'misnested.html': () => fill('<b><p></b></p>x'),
  'deep.html': () => fill('<div>', 25_000),
  'deep and many.html': () => fill(`${'<div>'.repeat(400)}x${'</div>'.repeat(400)}`),
  'open selects.html': () => fill('<select><option>x'),
  'open textareas.html': () => fill('<textarea>x</textarea><title>'),
  'comments.html': () => fill('<!--x-->'),
  'open comment.html': () => `<p>x</p>${fill('<!-- x')}`,
  'paragraphs.html': () => `<h1>A bridge</h1>${fill('<p>Text of a story.</p>')}`,
  'prose.html': () => `<nav>Menu</nav><h1>A bridge</h1>${fill(`<p>${sentence.repeat(6)}</p>`)}`,
  'links.html': () => fill('<li><a href="/x">A link to a page</a></li>'),
  'tables.html': () => fill('<table><tr><td>1<td>2<tr><td>3<td>4</table>'),
  'nested tables.html': () => fill('<table><tr><td>', 20_000),
  'wide table.html': () => `<table><tr>${fill('<td>1')}`,
  'spans.html': () => `<table>${fill('<tr><td colspan=1000 rowspan=65534>1<td>2')}`,
  'word lists.html': () =>
    fill(
      '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>x</p>',
    ),
  'pictures.html': () => fill('<img src="https://example.org/a.jpg" alt="A">'),
  'figures.html': () =>
    fill('<figure><img src="https://example.org/a.jpg"><figcaption>A <cite>B</cite></figcaption></figure>'),
  'described pictures.html': () =>
    fill('<img src="https://example.org/a.jpg" aria-describedby="a">') + '<p id="a">x</p>',
  'styles.html': () =>
    `<style>${fill('.a{font-weight:bold}', TEXT_LIMIT / 2 - 1000)}</style>${fill('<p class=a>x', TEXT_LIMIT / 2 - 1000)}`,
  'attributes.html': () => `<p ${fill('a b=c ')}>x`,
  'many attributes.html': () =>
    `<p ${Array.from({ length: 75_000 }, (_, index) => `a${index}=b`).join(' ')}>x`,
  'hidden.html': () => fill('<div hidden>x</div>'),
  'entities.html': () => fill('&amp;&notit;'),
  'data.html': () => `<p>x</p><script type="application/ld+json">${fill('[', TEXT_LIMIT - 1000)}</script>`,
  'front.md': () => `---\n${fill('key: value\n')}---\nText.`,
  'flat front.md': () =>
    `---\n${Array.from({ length: 75_000 }, (_, index) => `k${index}: v`).join('\n')}\n---\nText.`,
  'deep front.md': () => `---\na: ${fill('[')}\n---\nText.`,
  'aliases.md': () =>
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index] ?? 'a'},`.repeat(9)}]`)
      .join('\n')}\n---\nText.`,
  'open front.md': () => fill('---\n'),
  'toml front.md': () => `+++\n${fill('a = 1\n')}+++\nText.`,
  'json front.md': () => `{"a":${fill('[')}\n`,
  'open json front.md': () => `{${fill('"a":{')}`,
  'emphasis.md': () => fill('*a _b '),
  'stars.md': () => fill('*'),
  'mixed stars.md': () => fill('***a** '),
  'brackets.md': () => fill('['),
  'links.md': () => fill('[a](b'),
  'pictures.md': () => fill('![a'),
  'ticks.md': () => Array.from({ length: 1300 }, (_, index) => '`'.repeat(index + 1)).join('a'),
  'quotes.md': () => fill('>'),
  'quoted lines.md': () => fill('> a\n\n'),
  'lists.md': () => fill('- a\n'),
  'deep lists.md': () => Array.from({ length: 900 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'),
  'table.md': () => `|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}\n${fill(`|${'a|'.repeat(50)}\n`)}`,
  'wide table.md': () =>
    `${fill('|a', TEXT_LIMIT / 4)}\n${fill('|-', TEXT_LIMIT / 4)}\n${fill('|a', TEXT_LIMIT / 4)}`,
  'long table.md': () => `|a|\n|-|\n${fill('|a|\n')}`,
  'short rows.md': () => `${'|a'.repeat(3000)}\n${'|-'.repeat(3000)}\n${fill('|\n')}`,
  'definitions.md': () =>
    `${Array.from({ length: 25_000 }, (_, index) => `[a${index}]: https://example.org/${index}`).join('\n')}\n\nText.`,
  'html.md': () => fill('<b>\n\n'),
  'open comment.md': () => fill('<!-- '),
  'angles.md': () => fill('<a '),
  'strikes.md': () => fill('~~a '),
  'entities.md': () => fill('&#35;'),
  'escapes.md': () => fill('\\*'),
  'fences.md': () => fill('```\na\n'),
  'underlines.md': () => fill('a\n=\n'),
};

const encoded = (make: () => string) => (): Uint8Array => new TextEncoder().encode(make());

/** A file of as many bytes as an import examines. */
const filled = (pattern: string): Uint8Array => {
  const bytes = Buffer.alloc(IMPORT_LIMIT);
  bytes.fill(pattern);
  return new Uint8Array(bytes);
};

const picture = `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">`;

const files: Readonly<Record<string, () => Uint8Array>> = {
  'twenty megabytes.txt': () => filled('a'),
  'twenty megabytes of lines.txt': () => filled('a\n'),
  'twenty megabytes of tags.html': () => filled('<b>'),
  'twenty megabytes of a picture.html': () =>
    encoded(() => `<p>Text.</p><img src="data:image/png;base64,${'A'.repeat(IMPORT_LIMIT - 1000)}">`)(),
  'many pictures.html': encoded(
    () => `<p>Text.</p>${picture.repeat(Math.floor((IMPORT_LIMIT - 1000) / picture.length))}`,
  ),
  'twenty megabytes of zeros.txt': () => new Uint8Array(IMPORT_LIMIT),
  'twenty megabytes of noise.txt': () =>
    Uint8Array.from({ length: IMPORT_LIMIT }, (_, index) => ((index * 7919 + (index >> 3) * 31) % 223) + 32),
  'marked.txt': () => filled('\xff\xfe'),
};

/** Files whose reading time may grow faster than their size, within what an import takes. */
export const hostileFiles: readonly HostileFile[] = [
  ...Object.entries(texts).map(([name, make]) => ({ name, bytes: encoded(make) })),
  ...Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
];
