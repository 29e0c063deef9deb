interface Matching {
  readonly localName: string;
  readonly matches: (this: Matching, selector: string) => boolean;
}

/** A name, alone or with what else is asked of the same element; no list and no combinator. */
const compound = /^([a-z][a-z\d]*)([.#:[][^\s,>+~]*)?$/;

/**
 * Lets an element's `matches` look at its name first: linkedom makes a selector anew each time that it is asked, and
 * the document's rules ask some thirty times an element. Done once, where elements of its kind have the method from.
 */
export function matchByNameFirst(element: object): void {
  let owner: object | null = element;
  while (owner !== null && !Object.hasOwn(owner, 'matches'))
    owner = Object.getPrototypeOf(owner) as object | null;
  if (owner === null) return;
  const { matches: whole } = owner as Matching;
  const named = new Map<string, RegExpExecArray | null>();
  const partsOf = (selector: string): RegExpExecArray | null => {
    const known = named.get(selector);
    if (known !== undefined) return known;
    const parts = compound.exec(selector);
    named.set(selector, parts);
    return parts;
  };
  Object.defineProperty(owner, 'matches', {
    configurable: true,
    writable: true,
    value(this: Matching, selector: string): boolean {
      const parts = partsOf(selector);
      if (parts === null) return whole.call(this, selector);
      const [, name, more] = parts;
      return this.localName === name && (more === undefined || whole.call(this, selector));
    },
  });
}
