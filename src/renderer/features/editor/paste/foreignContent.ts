const roots = /^(?:svg|math)$/;

/** The elements of a drawing or formula whose content is HTML again. */
const htmlInside: Readonly<Record<string, RegExp>> = {
  svg: /^(?:foreignobject|desc|title)$/,
  math: /^(?:m[inos]|mtext)$/,
};

/** The names of elements that end every drawing and formula around them. */
export const endingForeign =
  'b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|h[1-6]|head|hr|i|img|li|listing|menu|meta|nobr|ol|p|' +
  'pre|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var';
const ending = new RegExp(`^(?:${endingForeign})$`);

/** As deep as a browser nests elements. */
const deepest = 512;

/**
 * Whether a place in markup is in a drawing or formula, where no element has raw text (HTML Standard, 13.2.6.5), as
 * far as its tags tell. Names are in lower case.
 */
export class ForeignContent {
  /** The open drawings, formulas, and elements in them that hold HTML, from the outside in. */
  readonly #open: string[] = [];

  get isHere(): boolean {
    return roots.test(this.#open.at(-1) ?? '');
  }

  start(name: string, isEmpty: boolean): void {
    if (this.isHere && ending.test(name)) this.#leave();
    const isInside = this.isHere && htmlInside[this.#open.at(-1) ?? '']?.test(name) === true;
    if ((roots.test(name) || isInside) && !isEmpty && this.#open.length < deepest) this.#open.push(name);
  }

  end(name: string): void {
    if (this.isHere && ending.test(name)) this.#leave();
    const at = this.isHere ? this.#open.lastIndexOf(name) : this.#open.length - 1;
    if (this.#open[at] === name) this.#open.length = at;
  }

  #leave(): void {
    while (this.isHere) this.#open.pop();
  }
}
