import type { HtmlElement, HtmlNode } from '../html';
import { declarationsOf } from './css';
import { ownStyle, withOwnStyle } from './ownStyle';
import { childrenOf, hasText, isElement, isText, make, parentOf, renamed, tagOf, unwrap } from './tree';

/** How a marker counts: not at all, or from a number. */
type Marker =
  | { readonly kind: 'bullet' }
  /** `isLettered` if it is written as a letter or a Roman numeral. */
  | { readonly kind: 'number'; readonly number: number; readonly isLettered: boolean };

/** A paragraph that a word processor shows as a list item. */
interface Item {
  readonly element: HtmlElement;
  /** From 1, the outermost. */
  readonly level: number;
  readonly marker: Marker;
}

/** A list that items are being added to. */
interface OpenList {
  readonly element: HtmlElement;
  readonly level: number;
  readonly kind: Marker['kind'];
  /** The number of the next item if the list simply continues. */
  next: number;
  last: HtmlElement;
}

/**
 * Turns Word's and Outlook's lists into lists, in place. They are paragraphs with `mso-list: l0 level2 lfo1` (list,
 * level, override) whose marker is an element with `mso-list: Ignore` in the text; or, in a browser, lists that each
 * name their level; or, after passing through another program, paragraphs of a list style that begin with a marker
 * and a gap. Style names differ by language. A numbered heading stays a heading and keeps its number. Returns how
 * many lists changed from letters to numbers.
 */
export function readWordLists(root: HtmlElement): number {
  const candidates = [
    ...root.querySelectorAll(`${withOwnStyle('mso-list')}, [class*="List" i], [class*="Aufz" i]`),
  ];
  const items = new Map<HtmlNode, Item>(takeOnlineItems(root).map((item) => [item.element, item]));
  for (const element of candidates) {
    const item = isParagraph(element) ? readItem(element) : null;
    if (item !== null) items.set(element, item);
  }
  const taken = new Set<Item>();
  let lettered = 0;
  for (const item of items.values()) {
    if (taken.has(item)) continue;
    const run = runFrom(item.element, items);
    for (const one of run) taken.add(one);
    lettered += nest(run);
  }
  return lettered;
}

/** Word in a browser makes a list of each run of items at one level, in a wrapper of its own. */
function takeOnlineItems(root: HtmlElement): readonly Item[] {
  return [...root.querySelectorAll('li[data-aria-level]')].flatMap((element) => {
    const list = parentOf(element);
    const wrapper = list === null ? null : parentOf(list);
    if (list === null || wrapper === null) return [];
    if (wrapper.matches('.ListContainerWrapper')) unwrap(wrapper);
    parentOf(list)?.insertBefore(element, list);
    const number = Number(element.getAttribute('data-aria-posinset') ?? 1);
    if (!hasText(list)) list.remove();
    return [
      {
        element,
        level: Number(element.getAttribute('data-aria-level')),
        marker:
          tagOf(list) === 'ol'
            ? { kind: 'number' as const, number, isLettered: false }
            : { kind: 'bullet' as const },
      },
    ];
  });
}

function isParagraph(element: HtmlElement): boolean {
  return /^(?:p|div)$/.test(tagOf(element)) && element.querySelector('p, div, li, table') === null;
}

function readItem(element: HtmlElement): Item | null {
  const style = declarationsOf(ownStyle(element) ?? '');
  const level = /\bl\d+ level(\d+)/.exec(style.get('mso-list') ?? '')?.[1];
  const written = markerElement(element);
  if (level !== undefined && written !== null) {
    const marker = readMarker(written.textContent ?? '') ?? { kind: 'bullet' };
    written.remove();
    return { element, level: Math.min(Math.max(Number(level), 1), 9), marker };
  }
  if (!isOfListStyle(element)) return null;
  const marker = takeWrittenMarker(element);
  return marker === null ? null : { element, level: Number(level ?? indentOf(style)), marker };
}

const listStyle =
  /^(?:MsoList|Listenabsatz|Aufz|Listennummer|Paragraphedeliste|Listepuces|Listenumros|ListParagraph|ListBullet|ListNumber)/i;

function isOfListStyle(element: HtmlElement): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).some((name) => listStyle.test(name));
}

/** The element that Word marks as ignorable for programs that know lists; the outermost that holds nothing else. */
function markerElement(element: HtmlElement): HtmlElement | null {
  for (const inner of element.querySelectorAll(withOwnStyle('mso-list'))) {
    const style = declarationsOf(ownStyle(inner) ?? '');
    if (style.get('mso-list') === 'ignore') return inner;
  }
  return null;
}

/** What a marker means (`·`, `o`, `–`, `3.`, `b)`, `iv.`, `1.2.`), or null for ordinary words. */
function readMarker(text: string): Marker | null {
  const sign = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  const [, counter] = /^\(?(?:[\p{N}]+\.)*([\p{N}\p{L}]{1,6})(?:[.):、．]|\.\))?$/u.exec(sign) ?? [];
  if (counter === undefined) return sign.length > 2 ? null : { kind: 'bullet' };
  // A letter without a stop is a bullet from a symbol font: `o` of Courier New, `§`, `v` and `Ø` of Wingdings.
  if (/^\p{L}/u.test(counter) && counter === sign) return { kind: 'bullet' };
  return { kind: 'number', number: numberOf(counter), isLettered: /\p{L}/u.test(counter) };
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function numberOf(counter: string): number {
  if (/^\d+$/.test(counter)) return Number(counter);
  const letters = counter.toLowerCase();
  if (/^[ivxlcdm]{2,}$/.test(letters) || letters === 'i') {
    const values = letters.split('').map((letter) => romans[letter] ?? 0);
    return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  }
  return /^[a-z]$/.test(letters) ? letters.charCodeAt(0) - 96 : 1;
}

/** A marker and a gap at the start of a paragraph's own text; both are removed from it. */
function takeWrittenMarker(element: HtmlElement): Marker | null {
  const first = firstText(element);
  const whole = element.textContent ?? '';
  const [found, sign = ''] = /^\s*(\S{1,6})(?:\u00a0[\s\u00a0]*|[ \t]{2,})(?=\S)/u.exec(whole) ?? [];
  const marker = sign === '' ? null : readMarker(sign);
  if (found === undefined || marker === null || first === null) return null;
  cut(element, found.length);
  return marker;
}

function firstText(element: HtmlElement): HtmlNode | null {
  for (const child of childrenOf(element)) {
    const text = isText(child) ? child : isElement(child) ? firstText(child) : null;
    if (text !== null) return text;
  }
  return null;
}

/** Removes the first characters of an element's text. */
function cut(element: HtmlElement, length: number): void {
  let left = length;
  const take = (node: HtmlNode): void => {
    for (const child of childrenOf(node)) {
      if (left === 0) return;
      if (!isText(child)) take(child);
      else {
        const text = child.textContent ?? '';
        child.textContent = text.slice(left);
        left -= Math.min(left, text.length);
      }
    }
  };
  take(element);
}

/** Word indents each level by half an inch. */
function indentOf(style: ReadonlyMap<string, string>): number {
  const [, size = '0', unit = 'pt'] = /^([\d.]+)(pt|in|cm|mm|px)/.exec(style.get('margin-left') ?? '') ?? [];
  const points = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }[unit] ?? 1;
  return Math.min(Math.max(Math.round((Number(size) * points) / 36), 1), 9);
}

/** An item and those that follow it directly. */
function runFrom(start: HtmlElement, items: ReadonlyMap<HtmlNode, Item>): readonly Item[] {
  const run: Item[] = [];
  for (let node: HtmlNode | null = start; node !== null; node = node.nextSibling) {
    const item = items.get(node);
    if (item !== undefined) run.push(item);
    else if (isElement(node) || (isText(node) && hasText(node))) break;
  }
  return run;
}

/** Returns the number of lists numbered by letters. */
function nest(run: readonly Item[]): number {
  const open: OpenList[] = [];
  let lettered = 0;
  for (const item of run) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    const same = open.at(-1)?.level === item.level ? open.at(-1) : undefined;
    if (same !== undefined && goesOn(same, item)) addItem(same, item);
    else {
      if (same !== undefined) open.pop();
      open.push(startList(item, open.at(-1)));
      if (item.marker.kind === 'number' && item.marker.isLettered) lettered += 1;
    }
  }
  return lettered;
}

function goesOn(list: OpenList, { marker }: Item): boolean {
  return marker.kind === list.kind && (marker.kind === 'bullet' || marker.number === list.next);
}

function startList(item: Item, outer: OpenList | undefined): OpenList {
  const { element, marker, level } = item;
  const list = make(element, marker.kind === 'number' ? 'ol' : 'ul');
  if (marker.kind === 'number' && marker.number !== 1) list.setAttribute('start', String(marker.number));
  if (outer === undefined) parentOf(element)?.insertBefore(list, element);
  else outer.last.insertBefore(list, null);
  const number = marker.kind === 'number' ? marker.number : 1;
  const started = { element: list, level, kind: marker.kind, next: number, last: list };
  addItem(started, item);
  return started;
}

function addItem(list: OpenList, { element }: Item): void {
  list.last = make(element, 'li', [renamed(element, element.querySelector('p, div') === null ? 'p' : 'div')]);
  list.next += 1;
  list.element.insertBefore(list.last, null);
  element.remove();
}
