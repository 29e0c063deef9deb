import type { Furniture, Story } from './voice';

export interface Told {
  readonly story: Story;
  readonly furniture: Furniture;
  readonly language: string;
}

interface Dressed {
  readonly source: string;
  /** Empty if the page does not say who wrote it. Otherwise the story's author is expected. */
  readonly byline?: string;
  /** Only where the page's breadcrumb is under test. */
  readonly section?: string;
}

/** One kind of page around a story. */
export type Dress = (told: Told) => Dressed;

/** `&`, `<` and `"` as HTML needs them. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
