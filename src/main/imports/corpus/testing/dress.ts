import type { Furniture, Story } from './voice';

export interface Told {
  readonly story: Story;
  readonly furniture: Furniture;
  readonly language: string;
}

interface Dressed {
  readonly source: string;
  /** Where the page does not say who wrote it: empty. Otherwise the story's author is expected. */
  readonly byline?: string;
  /** Only where the page's breadcrumb is what is tried. */
  readonly section?: string;
}

/** One make of page around a story. */
export type Dress = (told: Told) => Dressed;

/** `&`, `<` and `"` as HTML needs them. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
