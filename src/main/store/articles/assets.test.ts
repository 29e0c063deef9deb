import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ASSET_LIMIT } from '#shared/domain/asset';
import { assetPath } from './assetFiles';
import { addAsset, getAsset } from './assets';
import { imageTypeOf } from './imageType';
import { gif, images } from '../testing/testImages';
import { testStore } from '../testing/testStore';

describe('an image', () => {
  test.each(Object.entries(images))('is told from its bytes: %s', (type, bytes) => {
    expect(imageTypeOf(bytes)).toBe(type);
  });

  test.each(Object.entries(images))('cut off in its header is none: %s', (_type, bytes) => {
    for (let length = 0; length < Math.min(bytes.length, 13); length += 1) {
      expect(imageTypeOf(bytes.subarray(0, length))).toBeNull();
    }
  });

  test('is kept once, under the hash of its bytes, whatever it is called', () => {
    const store = testStore();
    const bytes = gif();
    const asset = addAsset(store, { name: '../../etc/a\u0000b.png', bytes });
    expect(asset).toMatchObject({ type: 'image/gif', bytes: bytes.length, name: 'ab.png' });
    expect(asset.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(readFileSync(assetPath(store.folder, asset))).toEqual(Buffer.from(bytes));
    expect(addAsset(store, { name: 'again.gif', bytes })).toEqual(asset);
    expect(getAsset(store, asset.hash)).toEqual(asset);
    expect(readdirSync(join(store.folder, 'assets', asset.hash.slice(0, 2)))).toEqual([`${asset.hash}.gif`]);
  });

  test.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'bad_image'],
    ['text', new TextEncoder().encode('GIF88a and so on and so on and on'), 'bad_image'],
    ['nothing', new Uint8Array(), 'bad_image'],
    ['a picture of no pixels', gif(32, 0), 'bad_image'],
    ['more than 50 MB', gif(ASSET_LIMIT + 1), 'image_too_large'],
  ])('is refused when it is %s, and nothing is written', (_what, bytes, code) => {
    const store = testStore();
    expect(() => addAsset(store, { name: 'a.png', bytes })).toThrow(expect.objectContaining({ code }));
    expect(existsSync(join(store.folder, 'assets'))).toBe(false);
  });
});
