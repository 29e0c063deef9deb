import { Node } from '@tiptap/core';
import type { Attrs, Node as DocumentTree } from '@tiptap/pm/model';
import { type AssetHash, assetHash } from '../../../domain/asset';
import { cleanLine } from '../../cleanText';
import { saidDirection, spanned, tagged, wordpressBlock, type WordPressPost } from '../../cms/wordpress';
import type { DocumentNode, Picture, WritingOptions } from '../../documentNode';
import { ownAttribute } from '../../documentNode';
import { type DomSpec, escapeHtml, type HtmlElement } from '../../html';
import { escapeText } from '../../markdown/escapeText';
import { afterTopBlock } from '../../moveBlock';
import { safeImageUrl } from '../../safeUrl';
import { saying } from '../../../language/say';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    figure: {
      /** Inserts a figure after the top-level block with the caret. */
      insertFigure: (attrs: Partial<Picture>) => ReturnType;
    };
  }
}

const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    const line = ownAttribute({ default: '', validate: 'string' });
    return {
      asset: ownAttribute({ default: null, validate: checkAsset }),
      src: ownAttribute({ default: null, validate: checkSource }),
      alt: line,
      caption: line,
      credit: line,
    };
  },

  parseHTML() {
    return [
      { tag: 'figure', getAttrs: readFigure },
      {
        tag: 'img',
        getAttrs: (image: HtmlElement) => (imageAddress(image) === '' ? false : readImage(image)),
      },
    ];
  },

  renderHTML({ node }) {
    return figureDom(node.attrs, figureAddress(node.attrs));
  },

  addCommands() {
    return {
      insertFigure:
        (attrs) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.insert(afterTopBlock(tr.selection), this.type.create(tidyFigure(attrs))));
          return true;
        },
    };
  },
});

function checkAsset(value: unknown): void {
  if (value !== null && !assetHash.safeParse(value).success) throw new RangeError('a figure names no asset');
}

function checkSource(value: unknown): void {
  if (value !== null && (typeof value !== 'string' || safeImageUrl(value) === null)) {
    throw new RangeError('a figure has an address that is neither http nor https');
  }
}

function tidyFigure(attrs: Attrs): Picture {
  const { asset, src } = figureFrom(figureAddress(attrs));
  const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) =>
    cleanLine(String(attrs[name] ?? '')),
  );
  return { asset, src, alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' };
}

function hasAsset(attrs: Attrs): attrs is { readonly asset: AssetHash } {
  return assetHash.safeParse(attrs['asset']).success;
}

/** The address for a figure's image in Markdown and HTML: `asset:HASH`, http(s), or empty. */
function figureAddress({ asset, src }: Attrs | Pick<Picture, 'asset' | 'src'>): string {
  if (assetHash.safeParse(asset).success) return `asset:${String(asset)}`;
  return typeof src === 'string' ? (safeImageUrl(src) ?? '') : '';
}

/** Reads what `figureAddress` wrote, and where our exports put the image: `assets/HASH.jpg` beside the file. */
function figureFrom(address: string): Pick<Picture, 'asset' | 'src'> {
  const asset = /^(?:asset:|assets\/)([0-9a-f]{64})(?:\.[a-z]{3,4})?$/.exec(address)?.[1];
  return asset === undefined ? { asset: null, src: safeImageUrl(address) } : { asset, src: null };
}

/** The DOM of a figure whose image is at `source`. */
function figureDom(attrs: Attrs, source: string): DomSpec {
  const { alt, caption, credit } = tidyFigure(attrs);
  const image: DomSpec = ['img', source === '' ? { alt } : { src: source, alt }];
  if (caption === '' && credit === '') return ['figure', image];
  if (credit === '') return ['figure', image, ['figcaption', caption]];
  const from: DomSpec = ['span', { class: 'credit' }, credit];
  return ['figure', image, caption === '' ? ['figcaption', from] : ['figcaption', `${caption} `, from]];
}

/** Only a figure of one image is ours; a gallery, table or video in a `<figure>` is read as its parts. */
function readFigure(figure: HtmlElement): Picture | false {
  const [image, ...others] = figure.querySelectorAll('img');
  if (
    image === undefined ||
    others.length > 0 ||
    figure.querySelector('table, blockquote, pre, p + p') !== null
  ) {
    return false;
  }
  const words = figure.querySelector('figcaption');
  const credit = words?.querySelector('.credit, cite')?.textContent ?? '';
  const text = words?.textContent ?? '';
  return tidyFigure({
    ...readImage(image),
    caption: credit === '' ? text : withoutLast(text, credit),
    credit,
  });
}

function withoutLast(text: string, part: string): string {
  const at = text.lastIndexOf(part);
  return `${text.slice(0, at)} ${text.slice(at + part.length)}`;
}

function readImage(image: HtmlElement): Picture {
  return tidyFigure({ ...figureFrom(imageAddress(image)), alt: image.getAttribute('alt') ?? '' });
}

/** A page that lazy-loads images names them in another attribute, with a blank or no `src`. */
const sources = ['src', 'data-src', 'data-lazy-src', 'data-original'];

function imageAddress(image: HtmlElement): string {
  const addresses = sources.map((name) => figureFrom(image.getAttribute(name) ?? ''));
  const found = addresses.find(({ asset, src }) => asset !== null || src !== null);
  return found === undefined ? '' : figureAddress(found);
}

/** Markdown: a paragraph of one image, `![alt](asset:HASH "caption")`; the credit is the second line of the title. */
export const figure: DocumentNode = {
  extension: Figure,
  label: saying('Image'),
  blockId: 'kept',
  toMarkdown(state, node, _parent, _index, options) {
    const { alt, caption, credit } = tidyFigure(node.attrs);
    const title = [caption, credit].map(escapeTitle).join('&#10;');
    const words = caption === '' && credit === '' ? '' : ` "${credit === '' ? escapeTitle(caption) : title}"`;
    state.write(`![${escapeText(alt)}](${destination(node.attrs, options)}${words})`);
    state.closeBlock(node);
  },
  fromMarkdown: {
    image: {
      node: 'figure',
      getAttrs: (token) => {
        const [caption = '', credit = ''] = (token.attrGet('title') ?? '').split('\n');
        return tidyFigure({ ...figureFrom(token.attrGet('src') ?? ''), alt: token.content, caption, credit });
      },
    },
  },
  toHtml: (attrs, options) =>
    hasAsset(attrs) && options.imageAddress !== undefined
      ? figureDom(attrs, options.imageAddress(attrs.asset) ?? '')
      : null,
  plainText: ({ attrs }) => {
    const { caption, credit } = tidyFigure(attrs);
    return [caption, credit].filter((line) => line !== '').join('\n');
  },
  picture: tidyFigure,
  movesByKey: () => true,
  toldAs: (attrs) => {
    const { caption, credit, alt } = tidyFigure(attrs);
    return [caption, credit, alt];
  },
  normalise(attrs) {
    const tidy = { ...attrs, ...tidyFigure(attrs) };
    return Object.entries(tidy).every(([name, value]) => attrs[name] === value) ? attrs : tidy;
  },
  cms: { wordpress: { blocks: ['image'], write: writeForWordPress } },
};

/** The address of the image: ours between angle brackets, so that nothing else looks like it. */
function destination(attrs: Attrs, { imageAddress }: WritingOptions): string {
  const path = hasAsset(attrs) ? (imageAddress?.(attrs.asset) ?? null) : null;
  if (path !== null && /^[^\s()<>\\&]+$/.test(path)) return path;
  return `<${(path ?? figureAddress(attrs)).replace(/[<>\\&]/g, '\\$&')}>`;
}

function escapeTitle(text: string): string {
  return text.replace(/["\\]|&(?=#?\w+;)/g, '\\$&');
}

function writeForWordPress(node: DocumentTree, post: WordPressPost): string {
  const { asset, src, alt, caption, credit } = tidyFigure(node.attrs);
  const kept = asset === null ? undefined : post.image(asset);
  const source = kept?.url ?? src;
  if (source === null) return '';
  const kind = kept ? ` class="wp-image-${kept.id}"` : '';
  const picture = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"${kind} />`;
  const cite = credit === '' ? '' : `<cite>${escapeHtml(credit)}</cite>`;
  const words = [escapeHtml(caption), cite].filter((part) => part !== '').join(' ');
  const said = spanned(saidDirection(node, post), words);
  const below = words === '' ? '' : tagged('figcaption', 'wp-element-caption', said);
  return wordpressBlock(
    'image',
    kept ? { id: Number(kept.id), sizeSlug: 'full', linkDestination: 'none' } : {},
    tagged('figure', `wp-block-image${kept ? ' size-full' : ''}`, picture + below),
  );
}
