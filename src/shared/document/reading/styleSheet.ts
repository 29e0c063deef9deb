import type { HtmlElement } from '../html';
import type { CssRule, Declarations } from './css';
import { declarationsOf, noDeclarations, rulesOf } from './css';
import { ownStyle, styleSheets } from './ownStyle';
import { parentOf, tagOf } from './tree';

/** The styles of a page: for an element, what its rules and its own attribute declare, the attribute last. */
export interface PageStyles {
  /** Whether there are no rules: then only attributes count. */
  readonly isEmpty: boolean;
  readonly of: (element: HtmlElement) => Declarations;
}

/** A compound of a name and classes (`p.first`, `.c1.c2`), with its specificity and its position in the sheets. */
interface Selector {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly weight: number;
  readonly declarations: Declarations;
}

/** Office programs write about a hundred rules; a page with more is read by its attributes and markup. */
const mostRules = 5000;

/**
 * Collects the style elements of an element's page, before they are removed. Only selectors of one name and its
 * classes are read, which is what word processors and spreadsheets write for their own styles.
 */
export function stylesOf(root: HtmlElement): PageStyles {
  const sheets = [...topOf(root).querySelectorAll(styleSheets)].map(({ textContent }) => textContent ?? '');
  const rules = sheets.flatMap(rulesOf).slice(0, mostRules);
  const byKey = groupByKey(rules.flatMap(selectorsOf));
  return { isEmpty: byKey.size === 0, of: (element) => declared(element, byKey) };
}

/** A page's styles are in its head, beside the element that holds its text. */
function topOf(element: HtmlElement): HtmlElement {
  let top = element;
  for (let outer = parentOf(top); outer !== null; outer = parentOf(top)) top = outer;
  return top;
}

function selectorsOf({ selectors, declarations }: CssRule): readonly Selector[] {
  return selectors.split(',').flatMap((written) => {
    const [, tag = '', classes = ''] =
      /^([a-z][a-z\d]*)?((?:\.[\p{L}\p{N}_-]+)*)$/iu.exec(written.trim()) ?? [];
    const names = classes.split('.').slice(1);
    if (tag === '' && names.length === 0) return [];
    const weight = names.length * 2 + (tag === '' ? 0 : 1);
    return [{ tag: tag.toLowerCase(), classes: names, weight, declarations }];
  });
}

/** By the class that must be present, or by element name. */
function groupByKey(selectors: readonly Selector[]): ReadonlyMap<string, readonly Selector[]> {
  const byKey = new Map<string, Selector[]>();
  for (const selector of selectors) {
    const [first] = selector.classes;
    const key = first === undefined ? selector.tag : `.${first}`;
    byKey.set(key, [...(byKey.get(key) ?? []), selector]);
  }
  return byKey;
}

function declared(element: HtmlElement, byKey: ReadonlyMap<string, readonly Selector[]>): Declarations {
  const own = ownStyle(element);
  const inline = own === null ? noDeclarations : declarationsOf(own);
  if (byKey.size === 0) return inline;
  const tag = tagOf(element);
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '');
  const found = [tag, ...classes.map((name) => `.${name}`)]
    .flatMap((key) => byKey.get(key) ?? [])
    .filter((selector) => isOf(selector, tag, classes))
    .toSorted((one, other) => one.weight - other.weight);
  if (found.length === 0) return inline;
  return merged([...found.map(({ declarations }) => declarations), inline]);
}

function isOf(selector: Selector, tag: string, classes: readonly string[]): boolean {
  return (
    (selector.tag === '' || selector.tag === tag) && selector.classes.every((name) => classes.includes(name))
  );
}

function merged(all: readonly Declarations[]): Declarations {
  const together = new Map<string, string>();
  for (const [name, value] of all.flatMap((declarations) => [...declarations])) {
    together.delete(name);
    together.set(name, value);
  }
  return together;
}
