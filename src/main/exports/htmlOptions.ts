import type { HtmlOptions } from '#shared/document/toHtml';
import { escapeHtml } from '#shared/document/html';
import type { ExportContext } from './format';

/** How figures and ad slots are written for a file: images from beside it, slots as ads.md's plain `<aside>`. */
export function htmlOptions({ assetPath, adSlots }: ExportContext): HtmlOptions {
  return {
    imageAddress: assetPath,
    adSlot: ({ id, slotKey }) => {
      const slot = adSlots.get(slotKey);
      const sizes = slot === undefined ? '' : ` data-sizes="${escapeHtml(JSON.stringify(slot.sizes))}"`;
      const label = slot?.label ?? 'Advertisement';
      const shown = slot?.showLabel === true ? escapeHtml(label) : '';
      return `<aside class="ad-slot" role="complementary" aria-label="${escapeHtml(label)}" data-slot="${escapeHtml(slotKey)}" data-slot-id="${escapeHtml(id)}"${sizes}>${shown}</aside>`;
    },
  };
}
