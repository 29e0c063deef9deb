import type { Locator } from '@playwright/test';

/** A dot of one pixel, as a file to drop. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Drops an image file on a block of the text: it goes below it. */
export async function dropImage(onto: Locator): Promise<void> {
  await onto.evaluate((block, png) => {
    const dataTransfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], 'dot.png', { type: 'image/png' }));
    const { x, y } = block.getBoundingClientRect();
    const place = { clientX: x + 10, clientY: y + 10, bubbles: true, cancelable: true };
    block.dispatchEvent(new DragEvent('drop', { dataTransfer, ...place }));
  }, PNG);
}
