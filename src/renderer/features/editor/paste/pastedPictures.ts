import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { AssetHash } from '#shared/domain/asset';
import { rowsOf } from '#shared/document/documentNode';
import { normalise } from '#shared/document/normalise';
import { isInside } from '#shared/document/reading/pictures';
import type { PictureInside } from '#shared/document/reading/pictures';
import { bridge } from '#renderer/bridge';
import { bytesOfDataUrl } from './dataUrl';

/** Pictures that are kept now, by the address that stood for each, and the names of those that could not be. */
export interface KeptPictures {
  readonly hashes: ReadonlyMap<string, AssetHash>;
  readonly failed: readonly string[];
}

/** Keeps the pictures whose bytes came along in the store. */
export async function keepPictures(pictures: readonly PictureInside[]): Promise<KeptPictures> {
  const hashes = new Map<string, AssetHash>();
  const failed: string[] = [];
  for (const { src, dataUrl, name } of pictures) {
    const bytes = bytesOfDataUrl(dataUrl);
    try {
      if (bytes === null) throw new RangeError('broken data');
      hashes.set(src, (await bridge.assets.add({ name, bytes })).hash);
    } catch {
      failed.push(name);
    }
  }
  return { hashes, failed };
}

/** The slice with each kept picture in its place; where one could not be kept, nothing stands. */
export function withPictures(slice: Slice, { hashes }: KeptPictures): Slice {
  const settle = (node: Node): readonly Node[] => {
    const src = rowsOf(node.type)?.picture?.(node.attrs).src;
    if (isInside(src)) {
      const asset = hashes.get(src);
      return asset === undefined ? [] : [node.type.create({ ...node.attrs, src: null, asset })];
    }
    if (node.isLeaf || node.isTextblock) return [node];
    const children = node.children.flatMap(settle);
    const content = children.length > 0 ? children : [node.type.schema.node('paragraph')];
    return [normalise(node.copy(Fragment.from([...content])))];
  };
  const top = Array.from({ length: slice.content.childCount }, (_node, index) => slice.content.child(index));
  const content = Fragment.from(top.flatMap(settle));
  return Slice.maxOpen(content);
}
