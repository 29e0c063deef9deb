import { cmsKindIds, cmsKindRow } from '#shared/domain/cmsKindWords';
import { NutgrafError } from '#shared/domain/failure';
import { say, saying } from '#shared/language/say';

type Said = () => string;

const anotherWay = saying(
  'Open it in its own program, copy the story’s text and paste it into a new article.',
);
const oneByOne = saying(
  'Nutgraf cannot import one yet: open each story on the site, save the page and import it.',
);

/** The export files of the kinds of CMS, in the form of {@link xmlKinds}. */
const exportsOfCms = cmsKindIds.flatMap((kind) => {
  const { exportFile } = cmsKindRow(kind);
  if (exportFile === null) return [];
  const { root, holds, told } = exportFile;
  return [[root, holds, told, oneByOne] as const];
});

/** XML files by their root element, or by a name that they use; the first match counts. */
const xmlKinds: readonly (readonly [root: RegExp, holds: RegExp, told: Said, advice: Said])[] = [
  ...exportsOfCms,
  [/^rss$/i, /./, saying('This is an RSS feed.'), oneByOne],
  [/^feed$/i, /./, saying('This is an Atom feed.'), oneByOne],
  [/^rdf:rdf$/i, /./, saying('This is an RSS 1.0 feed (RDF).'), oneByOne],
  [/^opml$/i, /./, saying('This is an OPML list of feeds.'), oneByOne],
  [/^(?:urlset|sitemapindex)$/i, /./, saying('This is a sitemap.'), oneByOne],
  [/^nitf$/i, /./, saying('This is a NITF story.'), anotherWay],
  [
    /^(?:newsml|newsitem|newsmessage|packageitem|knowledgeitem)$/i,
    /./,
    saying('This is a NewsML story.'),
    anotherWay,
  ],
  [
    /^plist$/i,
    /WebMainResource/,
    saying('This is a Safari web archive.'),
    saying('Save the page again as page source (HTML).'),
  ],
  [/^plist$/i, /./, saying('This is a property list.'), anotherWay],
  [
    /^svg$/i,
    /./,
    saying('This is an SVG drawing.'),
    saying('Save it as PNG or JPEG and drop it into an article.'),
  ],
  [
    /^(?:w:document|w:worddocument|pkg:package)$/i,
    /./,
    saying('This is a Word XML file.'),
    saying('Save it as HTML or plain text from its own program.'),
  ],
  [
    /^office:document$/i,
    /./,
    saying('This is a flat OpenDocument file.'),
    saying('Save it as HTML or plain text from its own program.'),
  ],
  [/^(?:en-export|gpx|kml|tei|dtbook|mediawiki)$/i, /./, saying('This is an XML file.'), anotherWay],
];

/** How a page, or part of one, may begin. */
const pageRoots =
  /^(?:html|head|body|div|p|article|section|main|header|h[1-6]|span|table|ul|ol|dl|blockquote|figure|title|meta|center|font|a|b|i|em|strong|img|pre|form|nav|aside|style|script|link|base|br|hr)$/i;

/** Text for programs, by how it begins. */
const textKinds: readonly (readonly [begins: RegExp, told: Said])[] = [
  [/^BEGIN:VCALENDAR\b/, saying('This is a calendar.')],
  [/^BEGIN:VCARD\b/, saying('This is an address card.')],
  [/^%!PS/, saying('This is a PostScript file.')],
  [/^\{\\rtf/, saying('This is a rich text file.')],
];

/** How much of a text is examined for its kind; code units. */
const HEAD = 50_000;

/**
 * Throws NutgrafError `other_format`, which names the kind, for text that is neither a story nor a page, whatever its
 * file is called: XML and feeds, JSON, and other programs' text.
 */
export function refuseOtherFormat(text: string): void {
  const head = text.slice(0, HEAD).replace(/^[\s\ufeff]+/, '');
  const known = textKinds.find(([begins]) => begins.test(head));
  if (known !== undefined) throw otherFormat(known[1], anotherWay);
  if (isJson(text)) throw otherFormat(saying('This is JSON, which is data, not text.'), anotherWay);
  if (head.startsWith('<')) refuseXml(head);
}

function refuseXml(head: string): void {
  const root =
    /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE\b[^[>]*(?:\[[^]*?\]\s*)?>)*<([a-z][\w.:-]*)/i.exec(
      head,
    )?.[1] ?? '';
  const known = xmlKinds.find(([name, holds]) => name.test(localName(root)) && holds.test(head));
  if (known !== undefined && !(localName(root) === 'svg' && !isXml(head)))
    throw otherFormat(known[2], known[3]);
  if (isXml(head) && root !== '' && !pageRoots.test(localName(root)))
    throw otherFormat(() => say('This is an XML file of <{root}>.', { root: root.slice(0, 60) }), anotherWay);
}

function isXml(head: string): boolean {
  return /^<\?xml\s/i.test(head);
}

/** `atom:feed` counts as `feed`; names in the tables that contain a colon are complete. */
function localName(root: string): string {
  return /^(?:rdf|w|pkg|office):/i.test(root) ? root : (root.split(':').at(-1) ?? '');
}

/** A whole file of JSON; an object before a text is front matter. */
function isJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^(?:\{\s*["}]|\[\s*[[{"\d\]])/.test(trimmed) || !/[}\]]$/.test(trimmed)) return false;
  try {
    return typeof JSON.parse(trimmed) === 'object';
  } catch {
    return false;
  }
}

function otherFormat(told: Said, advice: Said): NutgrafError {
  return new NutgrafError('other_format', `${told()} ${advice()} ${say('Nothing was imported from it.')}`);
}
