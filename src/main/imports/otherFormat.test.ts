import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSource } from './readSource';

const xml = '<?xml version="1.0" encoding="utf-8"?>\n';

const others: readonly (readonly [kind: RegExp, content: string])[] = [
  [
    /an RSS feed/,
    `${xml}<rss version="2.0"><channel><title>Harbour</title><item><title>A</title></item></channel></rss>`,
  ],
  [/an RSS feed/, '<!-- made today -->\n<rss version="0.91"><channel></channel></rss>'],
  [
    /WordPress export/,
    `${xml}<!-- This is a WordPress export -->\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel></channel></rss>`,
  ],
  [/an Atom feed/, `${xml}<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed>`],
  [/an Atom feed/, `${xml}<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>`],
  [/RSS 1\.0/, `${xml}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>`],
  [/OPML/, `${xml}<opml version="2.0"><body><outline text="A"/></body></opml>`],
  [/a sitemap/, `${xml}<urlset><url><loc>https://example.org/</loc></url></urlset>`],
  [/NITF/, `${xml}<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<nitf><body></body></nitf>`],
  [/NewsML/, `${xml}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"></newsItem>`],
  [
    /web archive/,
    `${xml}<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist><dict><key>WebMainResource</key></dict></plist>`,
  ],
  [/SVG/, `${xml}<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>`],
  [
    /an XML file of <harbour>/,
    `${xml}<!DOCTYPE harbour [<!ENTITY a "b">]>\n<harbour><quay>A</quay></harbour>`,
  ],
  [/JSON/, '{"title":"A","body":"B"}'],
  [/JSON/, '[{"title":"A"},\n{"title":"B"}]'],
  [/a calendar/, 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR'],
];

describe.each(['a.xml', 'a.html', 'a.txt', 'a.md', 'a'])('in a file called %s', (name) => {
  test.each(others)('what is %s is refused by that name', (kind, content) => {
    expect(() => readSource(Buffer.from(content), name)).toThrow(kind);
    expect(() => readSource(Buffer.from(`\ufeff${content}`), name)).toThrow(
      expect.objectContaining({ code: 'other_format' }),
    );
    expect(() => readSource(iconv.encode(content, 'utf-16le', { addBOM: true }), name)).toThrow(kind);
  });
});

test.each([
  [
    'page.html',
    `${xml}<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>A</p></body></html>`,
    'html',
  ],
  ['page.html', '<?xml:namespace prefix = o /><p>A</p>', 'html'],
  ['page.html', '<svg><path/></svg><p>A</p>', 'html'],
  ['a.txt', 'The feed <rss> is an element.', 'text'],
  ['a.txt', '[Harbour] The council voted.', 'text'],
  ['a.md', '{"title":"A"}\n\nText.', 'markdown'],
  ['a.txt', '{"title":"A",\n"x":{"y":"}"}}\n\nText.', 'markdown'],
  ['a.txt', '+++\ntitle = "A"\n+++\nText.', 'markdown'],
  ['a.txt', '{curly} beginnings are text.', 'text'],
])('%s of a page or a story is read: %j', (name, content, format) => {
  expect(readSource(Buffer.from(content), name).format).toBe(format);
});

test.each([
  [/a Word file/, 'PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml'],
  [/an OpenDocument text/, 'PK\x03\x04\n\0\0\0mimetypeapplication/vnd.oasis.opendocument.text'],
  [/an e-book/, 'PK\x03\x04\n\0\0\0mimetypeapplication/epub+zip'],
  [/a spreadsheet/, 'PK\x03\x04\x14\0xl/workbook.xml'],
  [/zip file/, 'PK\x03\x04\x14\0notes.bin'],
  [/a Safari web archive/, 'bplist00\xd1\x01\x02'],
  [/a WebP image/, 'RIFF\x10\0\0\0WEBPVP8 '],
  [/HEIC/, '\0\0\0\x18ftypheic'],
  [/a TIFF image/, 'II*\0\x08'],
  [/a rich text file/, '{\\rtf1\\ansi Text}'],
])('bytes of %s are refused by that name', (kind, bytes) => {
  expect(() => readSource(Buffer.from(bytes, 'latin1'), 'a.txt')).toThrow(kind);
});
