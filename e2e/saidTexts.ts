import type { Page } from '@playwright/test';

/** What no language changes. */
export interface Data {
  readonly texts: readonly string[];
  readonly patterns: readonly RegExp[];
  /** What was imported, its spaces collapsed: a long part of it may be shown. */
  readonly page: string;
}

/** What a screen reader says of an element, or a pointer shows. */
const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];

/** What a page shows, or has for a screen reader, that is in no catalogue. */
export function unsaidTexts(page: Page, { patterns, ...data }: Data): Promise<readonly string[]> {
  const known = { ...data, attributes, patterns: patterns.map(({ source }) => source) };
  return page.evaluate((allowed) => {
    // A message ends within the element, or goes on beside an element that it names.
    const unsaidOf = (text: string): string => {
      const left = text.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
      return left === text ? text.replace(/⟦[^⟦⟧]*$|^[^⟦⟧]*⟧/gu, ' ').trim() : unsaidOf(left);
    };
    const isOfPage = (text: string): boolean =>
      text.length > 20 && text.split('…').every((part) => allowed.page.includes(part.trim()));
    const isKnown = (text: string): boolean =>
      allowed.texts.includes(text) ||
      allowed.patterns.some((pattern) => new RegExp(pattern, 'u').test(text)) ||
      isOfPage(text);
    // The story and what an editor wrote are data; so are its own fields.
    const names = new Intl.DisplayNames('en-GB', { type: 'language' });
    const isLanguage = (element: Element): boolean =>
      element instanceof HTMLOptionElement &&
      /^[a-z]{2}$/u.test(element.value) &&
      names.of(element.value) === element.text;
    const isData = (element: Element): boolean =>
      isLanguage(element) ||
      (element.closest('.ProseMirror, [data-unsaid], script, style') !== null &&
        !element.closest('[data-said]'));
    const found = new Set<string>();
    const look = (text: string): void => {
      const trimmed = text
        .replace(/[\u2066-\u2069]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim();
      const left = unsaidOf(trimmed);
      if (/\p{L}{2}/u.test(left) && !isKnown(trimmed) && !isKnown(left)) found.add(trimmed);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || isData(element)) continue;
      if (node instanceof Text) look(node.data);
      else for (const name of allowed.attributes) look(element.getAttribute(name) ?? '');
    }
    return [...found];
  }, known);
}

/** What does not fit where it stands: texts cut off, and a window that would have to be scrolled sideways. */
export function brokenLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 60)}”`;
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      if (!isShown(element) || element.closest('.ProseMirror, .sr-only') !== null) continue;
      const { overflowX, textOverflow, display } = getComputedStyle(element);
      if (display.startsWith('inline') && display === 'inline') continue;
      const spills = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (!spills || textOverflow === 'ellipsis' || element.matches('input, textarea, select')) continue;
      if (overflowX === 'visible') {
        const box = element.getBoundingClientRect();
        const out = element.scrollWidth - element.clientWidth;
        if (element.matches('button, [role=tab], [role=radio], label, h1, h2, h3, h4') && out > 2)
          found.push(`${nameOf(element)} is ${out} px too long for its ${Math.round(box.width)} px`);
      } else found.push(`${nameOf(element)} scrolls sideways`);
    }
    return [...new Set(found)];
  });
}
