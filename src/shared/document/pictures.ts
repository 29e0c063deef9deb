import type { Node } from '@tiptap/pm/model';
import { type Picture, rowsOf } from './documentNode';

/** Every picture of a story, in order. */
export function picturesOf(doc: Node): readonly Picture[] {
  const pictures: Picture[] = [];
  doc.descendants((node) => {
    const picture = rowsOf(node.type)?.picture?.(node.attrs);
    if (picture !== undefined) pictures.push(picture);
    return !node.isTextblock;
  });
  return pictures;
}
