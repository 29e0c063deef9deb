import type { Node, Schema } from '@tiptap/pm/model';
import type { AssetHash } from '#shared/domain/asset';
import { type Direction, hasRightToLeft, mostlyWritten } from '#shared/domain/direction';
import { blockDirection } from '#shared/document/blockDirection';
import { wordpressBlock, type WordPressPost } from '#shared/document/cms/wordpress';
import { nodesOf, rowsOf } from '#shared/document/documentNode';
import { htmlReader, type HtmlReader } from '#shared/document/fromHtml';
import { schema as ownSchema } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { toPlainText } from '#shared/document/toPlainText';
import { decodeEntities } from './entities';
import type { RemoteImage } from './media';
import { postDom } from './postDom';

type Images = ReadonlyMap<AssetHash, RemoteImage>;

/**
 * The document in the block editor's markup, as each node's folder writes it. A block without a form there goes as
 * its own HTML. `direction`: of the article; by default that of most of the story.
 */
export function toBlocks(doc: Node, images: Images, direction?: Direction): string {
  const text = toPlainText(doc);
  const turns = direction === 'rtl' || hasRightToLeft(text);
  return postOf(images, turns ? (direction ?? mostlyWritten(text)) : null).blocks(doc);
}

function postOf(images: Images, direction: Direction | null): WordPressPost {
  const html = (node: Node, around: Direction | null): string => htmlOf(node, images, around);
  const post: WordPressPost = {
    direction,
    directionOf: (block) => direction && (blockDirection(block) ?? direction),
    image: (asset) => images.get(asset),
    line: ({ type, content }) => withoutParagraph(html(type.schema.node('paragraph', null, content), null)),
    block: (node) =>
      rowsOf(node.type)?.cms?.wordpress?.write?.(node, post) ??
      wordpressBlock('html', {}, html(node, direction)),
    blocks: (parent) =>
      parent.children
        .map(post.block)
        .filter((block) => block !== '')
        .join('\n\n'),
  };
  return post;
}

/** Runs of spaces are left to the site: a style on the paragraph would make the block invalid. */
const htmlOf = (node: Node, images: Images, direction: Direction | null): string =>
  toHtml(node.type.schema.node('doc', null, [node]), {
    spaces: 'collapsed',
    imageAddress: (hash) => images.get(hash)?.url ?? null,
    ...(direction && { direction }),
  });

const withoutParagraph = (html: string): string => html.replace(/^<p[^>]*>/u, '').replace(/<\/p>\s*$/u, '');

/** More HTML blocks than any story has: reading each separately would take too long. */
const MOST_HTML_BLOCKS = 1000;

/** Names the blocks of a post that a document of the schema cannot hold, each once. Throws PageTooLarge. */
export function unknownBlocks(content: string, schema: Schema = ownSchema): readonly string[] {
  const known = new Set(nodesOf(schema).flatMap(([, { cms }]) => cms?.wordpress?.blocks ?? []));
  const found = [...content.matchAll(/<!-- wp:([a-z0-9/-]+)/gu)];
  const names = new Set(found.map(([, name]) => name ?? ''));
  if (names.has('html') && isOwnHtml(content, htmlReader(schema))) known.add('html');
  return [...names].filter((name) => !known.has(name));
}

/** Whether each HTML block in a post is one of ours. */
function isOwnHtml(content: string, reader: HtmlReader): boolean {
  const [, ...blocks] = content.split(/<!-- wp:html(?![a-z0-9/-])/u);
  return (
    blocks.length <= MOST_HTML_BLOCKS &&
    blocks.every((block) => {
      const end = block.indexOf('<!-- /wp:html -->');
      return block.startsWith(' -->') && end >= 0 && isItselfAgain(block.slice(4, end), reader);
    })
  );
}

/**
 * Whether HTML says no more than a document does: read and written again, in a story of either direction, it is the
 * same.
 */
function isItselfAgain(html: string, { fromHtml }: HtmlReader): boolean {
  const story = fromHtml(html, postDom);
  const before = essence(html);
  return (['ltr', 'rtl'] as const).some(
    (direction) => essence(toHtml(story, { spaces: 'collapsed', direction })) === before,
  );
}

/**
 * HTML without what two writers of the same may do differently: white space, entities, the paragraph around a text.
 */
const essence = (html: string): string =>
  decodeEntities(html)
    .replaceAll(/<\/?p>/gu, ' ')
    .replaceAll(/[ \t\r\n\f]+/gu, ' ')
    .replaceAll(/ ?(<[^<>]*?) ?\/?> ?/gu, '$1>')
    .trim();
