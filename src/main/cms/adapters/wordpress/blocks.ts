import type { Node, Schema } from '@tiptap/pm/model';
import type { AssetHash } from '#shared/domain/asset';
import { type Direction, hasRightToLeft, mostlyWritten } from '#shared/domain/direction';
import { blockDirection } from '#shared/document/blockDirection';
import { wordpressBlock, type WordPressPost } from '#shared/document/cms/wordpress';
import { nodesOf, rowsOf } from '#shared/document/documentNode';
import { readTags } from '#shared/document/reading/readingRules';
import { schema as ownSchema } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { toPlainText } from '#shared/document/toPlainText';
import type { RemoteImage } from './media';

type Images = ReadonlyMap<AssetHash, RemoteImage>;

/**
 * The document in the mark-up of the block editor, as each node's folder writes it. A block without a kind there goes
 * as its own HTML. `direction`: of the article; without it that of most of the story.
 */
export function toBlocks(doc: Node, images: Images, direction?: Direction): string {
  const text = toPlainText(doc);
  const turns = direction === 'rtl' || hasRightToLeft(text);
  return postOf(images, turns ? (direction ?? mostlyWritten(text)) : null).blocks(doc);
}

function postOf(images: Images, direction: Direction | null): WordPressPost {
  const post: WordPressPost = {
    direction,
    directionOf: (block) => direction && (blockDirection(block) ?? direction),
    image: (asset) => images.get(asset),
    line,
    block: (node) =>
      rowsOf(node.type)?.cms?.wordpress?.write?.(node, post) ??
      wordpressBlock('html', {}, htmlOf(node, direction)),
    blocks: (parent) =>
      parent.children
        .map(post.block)
        .filter((block) => block !== '')
        .join('\n\n'),
  };
  return post;
}

/** Runs of spaces are the site's to show: a style on the paragraph would make the block invalid. */
const htmlOf = (node: Node, direction: Direction | null): string =>
  toHtml(node.type.schema.node('doc', null, [node]), {
    spaces: 'collapsed',
    ...(direction && { direction }),
  });

/** The inside of a text block, by rendering it as a paragraph and taking its tags off. */
function line({ type, content }: Node): string {
  return htmlOf(type.schema.node('paragraph', null, content), null)
    .replace(/^<p[^>]*>/u, '')
    .replace(/<\/p>\s*$/u, '');
}

const [htmlStart, htmlEnd] = ['<!-- wp:html -->', '<!-- /wp:html -->'];

/** What tells which blocks of a post a document of ours can hold. */
interface KnownBlocks {
  readonly names: ReadonlySet<string>;
  /** What HTML of our own making looks like. */
  readonly html: readonly RegExp[];
}

function knownBlocks(schema: Schema): KnownBlocks {
  const known = nodesOf(schema).flatMap(([, { cms }]) => cms?.wordpress ?? []);
  const tags = readTags(schema).join('|');
  return {
    names: new Set(known.flatMap(({ blocks = [] }) => blocks)),
    html: known.flatMap(({ ownHtml }) => ownHtml?.(tags) ?? []),
  };
}

/** Names the blocks of a post that a document of the schema cannot hold, each once. */
export function unknownBlocks(content: string, schema: Schema = ownSchema): readonly string[] {
  const known = knownBlocks(schema);
  const names = [...withoutOwnHtml(content, known).matchAll(/<!-- wp:([a-z0-9/-]+)/gu)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set(names.filter((name) => !known.names.has(name)))];
}

/** Content without blocks of our own HTML. */
function withoutOwnHtml(content: string, { html }: KnownBlocks): string {
  const [first = '', ...blocks] = content.split(htmlStart);
  const others = blocks.map((block) => {
    const end = block.indexOf(htmlEnd);
    const own = block.slice(0, end).trim();
    const isOwn = end >= 0 && html.some((pattern) => pattern.test(own));
    return isOwn ? block.slice(end + htmlEnd.length) : `${htmlStart}${block}`;
  });
  return [first, ...others].join('');
}
