import { Link } from '@tiptap/extension-link';
import type { DocumentMark } from '../../documentNode';
import { ownAttribute } from '../../documentNode';
import type { HtmlElement } from '../../html';
import { safeUrl } from '../../safeUrl';

const SafeLink = Link.extend({
  addAttributes() {
    return { href: ownAttribute({ default: null, validate: checkAddress }) };
  },

  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: readLink }];
  },

  renderHTML({ mark }) {
    return ['a', { href: safeUrl(String(mark.attrs['href'])) ?? '' }, 0];
  },
}).configure({
  openOnClick: false,
  autolink: false,
  defaultProtocol: 'https',
  isAllowedUri: (url) => safeUrl(url) !== null,
  // In pasted text, only what is unmistakably an address: a company may be called `Booking.com`.
  shouldAutoLink: (url) => /^(?:https?:\/\/|www\.)/i.test(url),
});

function checkAddress(value: unknown): void {
  if (typeof value !== 'string' || safeUrl(value) === null) {
    throw new RangeError('a link has an address that no reader may follow');
  }
}

function readLink(anchor: HtmlElement): { readonly href: string } | false {
  const href = safeUrl(anchor.getAttribute('href') ?? '');
  return href === null ? false : { href };
}

function destination(href: unknown): string {
  const address = safeUrl(String(href)) ?? '';
  return /^[^()<>\\&]+$/.test(address) ? address : `<${address.replace(/[<>\\&]/g, '\\$&')}>`;
}

export const link: DocumentMark = {
  extension: SafeLink,
  toMarkdown: { kind: 'pair', open: '[', close: ({ href }) => `](${destination(href)})` },
  fromMarkdown: { link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') }) } },
  normalise(attrs) {
    const href = safeUrl(String(attrs['href'] ?? ''));
    if (href === null) return null;
    return href === attrs['href'] ? attrs : { ...attrs, href };
  },
};
