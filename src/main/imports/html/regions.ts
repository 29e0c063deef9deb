import type { PageElement } from '../../dom/linkedomTree';

/** Which part of a page a line is in, by its markup; `page` is everywhere that may be the story. */
export type Region = 'page' | 'hidden' | 'footer' | 'comments' | 'menu' | 'control';

/** What a browser does not show. `<details>` opens at a click, so it counts as shown. */
const unshown = new Set(
  'TITLE IFRAME TEMPLATE NOSCRIPT NOEMBED NOFRAMES DATALIST ANNOTATION ANNOTATION-XML AUDIO VIDEO CANVAS RP METADATA DEFS'.split(
    ' ',
  ),
);
const controls = new Set('BUTTON SELECT TEXTAREA INPUT OUTPUT METER PROGRESS OBJECT SVG'.split(' '));
const menus = new Set(['NAV', 'SEARCH', 'MENU']);

const footers = /^(?:(?:site|page|global|main|blog|app)[-_]?)?footer(?:[-_].*)?$|^(?:colophon|imprint)$/i;
const commentLists =
  /^(?:comments?|comment[-_]?(?:list|section|area)|comments[-_](?:area|list|section)|disqus_thread|fb-comments|respond)$/i;

/** The region that an element begins; null for one that belongs to the region around it. */
export function regionOf(element: PageElement): Region | null {
  const tag = element.tagName.toUpperCase();
  if (isHidden(element, tag)) return 'hidden';
  if (controls.has(tag)) return 'control';
  const role = element.getAttribute('role');
  if (menus.has(tag) || role === 'navigation') return 'menu';
  if (isFooter(element, tag, role)) return 'footer';
  return isNamed(element, commentLists) ? 'comments' : null;
}

function isHidden(element: PageElement, tag: string): boolean {
  if (unshown.has(tag) || (tag === 'DIALOG' && element.getAttribute('open') === null)) return true;
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style === null || style === '') return false;
  return (
    declared(style, 'display') === 'none' || /^(?:hidden|collapse)$/.test(declared(style, 'visibility') ?? '')
  );
}

/** A property's value in a style attribute: the last declaration counts (CSS Cascade, 6.1). */
function declared(style: string, property: string): string | undefined {
  const pattern = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([a-z-]+)`, 'gi');
  return [...style.matchAll(pattern)].at(-1)?.[1]?.toLowerCase();
}

/** A quotation's footer names its source, and stays with it. */
function isFooter(element: PageElement, tag: string, role: string | null): boolean {
  if (role === 'contentinfo') return true;
  if (tag !== 'FOOTER' && !isNamed(element, footers)) return false;
  return element.closest('blockquote, figure') === null && tag !== 'BODY' && tag !== 'HTML';
}

function isNamed(element: PageElement, name: RegExp): boolean {
  const names = [element.getAttribute('id') ?? '', ...(element.getAttribute('class') ?? '').split(/\s+/)];
  return names.some((one) => one.length < 60 && name.test(one));
}
