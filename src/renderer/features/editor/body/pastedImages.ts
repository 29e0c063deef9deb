/** The part of a `DataTransfer` that is asked. */
interface HandedOver {
  readonly files: Iterable<File>;
  readonly getData: (type: string) => string;
}

/**
 * The image files in what was pasted or dropped. None where text comes along, since then the text is meant: a word
 * processor adds a picture of it. The address of an image that was dragged out of a page is no such text.
 */
export function imagesMeantIn(data: HandedOver | null): readonly File[] {
  if (!data) return [];
  const hasText = data.getData('text/plain').trim() !== '' && data.getData('text/uri-list') === '';
  return hasText ? [] : [...data.files].filter(({ type }) => type.startsWith('image/'));
}
