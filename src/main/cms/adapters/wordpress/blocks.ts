import type { Node } from '@tiptap/pm/model';
import type { AssetHash } from '#shared/domain/asset';
import { type Direction, hasRightToLeft, mostlyWritten } from '#shared/domain/direction';
import { blockDirection } from '#shared/document/blockDirection';
import { escapeHtml } from '#shared/document/html';
import { schema } from '#shared/document/schema';
import { toHtml } from '#shared/document/toHtml';
import { toPlainText } from '#shared/document/toPlainText';
import type { RemoteImage } from './media';

export type Images = ReadonlyMap<AssetHash, RemoteImage>;

/** What each block is written with. */
interface Setting {
  readonly images: Images;
  /** Of the story, for blocks whose letters tell none; null in a story that is wholly from left to right. */
  readonly direction: Direction | null;
}

/** The side at which a line of that direction begins. */
const sides = { ltr: 'left', rtl: 'right' } as const satisfies Record<Direction, string>;

/** One kind of block in WordPress's block editor; what it writes must be what that editor itself would save. */
type Writer = (node: Node, setting: Setting) => string;

const writers: Readonly<Record<string, Writer>> = {
  paragraph: (node, { direction }) => {
    const own = direction && (blockDirection(node) ?? direction);
    return own === null
      ? block('paragraph', {}, `<p>${inline(node)}</p>`)
      : block('paragraph', { direction: own }, `<p dir="${own}">${inline(node)}</p>`);
  },
  heading: (node, setting) => {
    const level = Number(node.attrs['level']);
    const own = saidDirection(node, setting);
    const html = tagged(`h${level}`, `wp-block-heading${sideClass(own)}`, spanned(own, inline(node)));
    return block('heading', { ...(own && { textAlign: sides[own] }), ...(level !== 2 && { level }) }, html);
  },
  blockquote: (node, setting) => {
    const own = saidDirection(node, setting);
    const html = tagged('blockquote', `wp-block-quote${sideClass(own)}`, blocks(node, setting));
    return block('quote', own ? { align: sides[own] } : {}, html);
  },
  bulletList: (node, setting) => (isPlainList(node, setting) ? list : asHtml)(node, setting),
  orderedList: (node, setting) => (isPlainList(node, setting) ? list : asHtml)(node, setting),
  figure: image,
  horizontalRule: () => block('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity" />'),
};

/**
 * The document in the mark-up of the block editor. A block without a kind there goes as its own HTML. `direction`: of
 * the article; without it that of most of the story.
 */
export function toBlocks(doc: Node, images: Images, direction?: Direction): string {
  const text = toPlainText(doc);
  const turns = direction === 'rtl' || hasRightToLeft(text);
  return blocks(doc, { images, direction: turns ? (direction ?? mostlyWritten(text)) : null });
}

function blocks(parent: Node, setting: Setting): string {
  return parent.children
    .filter((node) => !(node.type.name === 'paragraph' && node.childCount === 0))
    .map((node) => (writers[node.type.name] ?? asHtml)(node, setting))
    .join('\n\n');
}

/**
 * The direction that a block has to say: as written from left to right as the rest of its story it says none. In the
 * block editor only paragraphs have an attribute for it, and one of HTML makes any other block invalid there. So the
 * words of a heading or a caption stand in a `span` that has it, a heading and a quote begin at its side, and a list,
 * whose marks stand at a side too, goes as HTML.
 */
function saidDirection(node: Node, { direction }: Setting): Direction | null {
  const own = blockDirection(node) ?? direction;
  return own === 'rtl' || direction === 'rtl' ? own : null;
}

const sideClass = (own: Direction | null): string => (own ? ` has-text-align-${sides[own]}` : '');

const spanned = (own: Direction | null, html: string): string =>
  own && html !== '' ? `<span dir="${own}">${html}</span>` : html;

const tagged = (tag: string, className: string, html: string): string =>
  `<${tag} class="${className}">${html}</${tag}>`;

/** `--` may not stand in a comment; the block editor escapes the same characters (serializeAttributes). */
function block(name: string, attributes: Readonly<Record<string, unknown>>, html: string): string {
  const json = JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d').replaceAll('<', '\\u003c');
  const opening = json === '{}' ? `wp:${name}` : `wp:${name} ${json}`;
  return `<!-- ${opening} -->\n${html}\n<!-- /wp:${name} -->`;
}

const asHtml: Writer = (node, { direction }) => block('html', {}, htmlOf(node, direction));

/** Runs of spaces are the site's to show: a style on the paragraph would make the block invalid. */
const htmlOf = (node: Node, direction: Direction | null): string =>
  toHtml(schema.node('doc', null, [node]), { spaces: 'collapsed', ...(direction && { direction }) });

/** The inside of a text block, by rendering it as a paragraph and taking its tags off. */
function inline(node: Node): string {
  const paragraph = schema.node('paragraph', null, node.content);
  return htmlOf(paragraph, null)
    .replace(/^<p[^>]*>/u, '')
    .replace(/<\/p>\s*$/u, '');
}

/**
 * The editor's list items hold one paragraph and lists below it, and say no direction; anything richer would not be
 * valid there.
 */
function isPlainList(node: Node, setting: Setting): boolean {
  if (saidDirection(node, setting) !== null) return false;
  return node.children.every((item) => {
    const [first, ...rest] = item.children;
    return (
      first?.type.name === 'paragraph' &&
      saidDirection(item, setting) === null &&
      rest.every((child) => isList(child) && isPlainList(child, setting))
    );
  });
}

const isList = ({ type }: Node): boolean => type.name === 'bulletList' || type.name === 'orderedList';

function list(node: Node): string {
  const ordered = node.type.name === 'orderedList';
  const start = ordered ? Number(node.attrs['start'] ?? 1) : 1;
  const tag = ordered ? 'ol' : 'ul';
  const attributes = { ...(ordered ? { ordered } : {}), ...(start === 1 ? {} : { start }) };
  const items = node.children.map(listItem).join('\n\n');
  return block('list', attributes, `<${tag}${start === 1 ? '' : ` start="${start}"`}>${items}</${tag}>`);
}

function listItem({ children }: Node): string {
  const [first, ...lists] = children;
  return block('list-item', {}, `<li>${first ? inline(first) : ''}${lists.map(list).join('')}</li>`);
}

function image(node: Node, setting: Setting): string {
  const { attrs } = node;
  const asset = typeof attrs['asset'] === 'string' ? setting.images.get(attrs['asset']) : undefined;
  const source: unknown = asset?.url ?? attrs['src'];
  if (typeof source !== 'string') return '';
  const kind = asset ? ` class="wp-image-${asset.id}"` : '';
  const picture = `<img src="${escape(source)}" alt="${escape(attrs['alt'])}"${kind} />`;
  const words = caption(attrs, saidDirection(node, setting));
  return block(
    'image',
    asset ? { id: Number(asset.id), sizeSlug: 'full', linkDestination: 'none' } : {},
    tagged('figure', `wp-block-image${asset ? ' size-full' : ''}`, picture + words),
  );
}

function caption({ caption, credit }: Node['attrs'], own: Direction | null): string {
  const parts = [escape(caption), credit ? `<cite>${escape(credit)}</cite>` : ''].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return '';
  return tagged('figcaption', 'wp-element-caption', spanned(own, parts.join(' ')));
}

const escape = (value: unknown): string => escapeHtml(typeof value === 'string' ? value : '');
