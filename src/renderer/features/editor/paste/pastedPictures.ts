import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { AssetHash } from '#shared/domain/asset';
import { rowsOf } from '#shared/document/documentNode';
import { normalise } from '#shared/document/normalise';
import { isInside } from '#shared/document/reading/pictures';
import type { PictureInside } from '#shared/document/reading/pictures';
import { bridge } from '#renderer/bridge';

/** The part of a `DataTransfer` that is used. */
interface HandedOver {
  readonly files: Iterable<File>;
  readonly getData: (type: string) => string;
}

/**
 * The image files in what was pasted or dropped. None if text comes along, since then the text is meant: a word
 * processor adds an image of it. The address of an image dragged out of a page does not count as text.
 */
export function imagesMeantIn(data: HandedOver | null): readonly File[] {
  if (!data) return [];
  const hasText = data.getData('text/plain').trim() !== '' && data.getData('text/uri-list') === '';
  return hasText ? [] : [...data.files].filter(({ type }) => type.startsWith('image/'));
}

/** The stored images, by the address that stood for each, and the names of those that could not be stored. */
export interface KeptPictures {
  readonly hashes: ReadonlyMap<string, AssetHash>;
  readonly failed: readonly string[];
}

/** Stores the images whose bytes came along. */
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

/** The slice with each stored image in its place; nothing where one could not be stored. */
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

/** The bytes of a `data:` address (RFC 2397), or null for one that is invalid. */
export function bytesOfDataUrl(address: string): Uint8Array<ArrayBuffer> | null {
  const [, parameters = '', data] = /^data:([^,]*),([^]*)$/i.exec(address) ?? [];
  if (data === undefined) return null;
  try {
    const binary = /;\s*base64\s*$/i.test(parameters) ? atob(unescaped(data)) : unescaped(data);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Each `%41` as the character of that byte. */
function unescaped(data: string): string {
  if (!data.includes('%')) return data;
  return data.replace(/%([\da-f]{2})/gi, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)));
}
