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
  /** Of the story, for paragraphs whose letters tell none; null in a story that is wholly from left to right. */
  readonly direction: Direction | null;
}

/** One kind of block in WordPress's block editor; what it writes must be what that editor itself would save. */
type Writer = (node: Node, setting: Setting) => string;

const writers: Readonly<Record<string, Writer>> = {
  paragraph: (node, { direction }) => {
    const own = direction && (blockDirection(node) ?? direction);
    return own === null
      ? block('paragraph', {}, `<p>${inline(node)}</p>`)
      : block('paragraph', { direction: own }, `<p dir="${own}">${inline(node)}</p>`);
  },
  heading: (node) => {
    const level = Number(node.attrs['level']);
    const tag = `h${level}`;
    return block(
      'heading',
      level === 2 ? {} : { level },
      `<${tag} class="wp-block-heading">${inline(node)}</${tag}>`,
    );
  },
  blockquote: (node, setting) =>
    block('quote', {}, `<blockquote class="wp-block-quote">${blocks(node, setting)}</blockquote>`),
  bulletList: (node, setting) => (isPlainList(node) ? list : asHtml)(node, setting),
  orderedList: (node, setting) => (isPlainList(node) ? list : asHtml)(node, setting),
  figure: (node, { images }) => image(node, images),
  horizontalRule: () => block('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity" />'),
};

/** The document in the mark-up of the block editor. A block without a kind there goes as its own HTML. */
export function toBlocks(doc: Node, images: Images): string {
  const text = toPlainText(doc);
  const direction = hasRightToLeft(text) ? mostlyWritten(text) : null;
  return blocks(doc, { images, direction });
}

function blocks(parent: Node, setting: Setting): string {
  return parent.children
    .filter((node) => !(node.type.name === 'paragraph' && node.childCount === 0))
    .map((node) => (writers[node.type.name] ?? asHtml)(node, setting))
    .join('\n\n');
}

/** `--` may not stand in a comment; the block editor escapes the same characters (serializeAttributes). */
function block(name: string, attributes: Readonly<Record<string, unknown>>, html: string): string {
  const json = JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d').replaceAll('<', '\\u003c');
  const opening = json === '{}' ? `wp:${name}` : `wp:${name} ${json}`;
  return `<!-- ${opening} -->\n${html}\n<!-- /wp:${name} -->`;
}

const asHtml: Writer = (node) => block('html', {}, htmlOf(node));

/** Runs of spaces are the site's to show: a style on the paragraph would make the block invalid. */
const htmlOf = (node: Node): string => toHtml(schema.node('doc', null, [node]), { spaces: 'collapsed' });

/** The inside of a text block, by rendering it as a paragraph and taking its tags off. */
function inline(node: Node): string {
  const paragraph = schema.node('paragraph', null, node.content);
  return htmlOf(paragraph)
    .replace(/^<p[^>]*>/u, '')
    .replace(/<\/p>\s*$/u, '');
}

/** The editor's list items hold one paragraph and lists below it; anything richer would not be valid there. */
function isPlainList(node: Node): boolean {
  return node.children.every(({ children }) => {
    const [first, ...rest] = children;
    return first?.type.name === 'paragraph' && rest.every((child) => isList(child) && isPlainList(child));
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

function image({ attrs }: Node, images: Images): string {
  const asset = typeof attrs['asset'] === 'string' ? images.get(attrs['asset']) : undefined;
  const source: unknown = asset?.url ?? attrs['src'];
  if (typeof source !== 'string') return '';
  const kind = asset ? ` class="wp-image-${asset.id}"` : '';
  const picture = `<img src="${escape(source)}" alt="${escape(attrs['alt'])}"${kind} />`;
  const size = asset ? ' size-full' : '';
  const figure = `<figure class="wp-block-image${size}">${picture}${caption(attrs)}</figure>`;
  return block(
    'image',
    asset ? { id: Number(asset.id), sizeSlug: 'full', linkDestination: 'none' } : {},
    figure,
  );
}

function caption({ caption, credit }: Node['attrs']): string {
  const parts = [escape(caption), credit ? `<cite>${escape(credit)}</cite>` : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '' : `<figcaption class="wp-element-caption">${parts.join(' ')}</figcaption>`;
}

const escape = (value: unknown): string => escapeHtml(typeof value === 'string' ? value : '');
