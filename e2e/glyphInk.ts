import type { CDPSession, Locator, Page } from '@playwright/test';

/** Glyphs of one place, in device pixels: the first and last row with ink, and how much ink there is. */
interface Ink {
  readonly rows: number;
  readonly amount: number;
}

/** How much ink may be missing because two images of one text are smoothed differently. */
const SMOOTHING = 0.02;

/** Where a page pixel is not a whole number of screen pixels, a line may begin within one. */
const ROUNDING = 1;

/** Hides everything in a window except the text of one place, in black on white. */
export async function onlyInk(window: Page): Promise<void> {
  await window.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      *, ::before, ::after, ::backdrop, ::placeholder, ::marker, ::highlight(search-hit), ::selection {
        background: none !important; border-color: transparent !important; box-shadow: none !important;
        outline-color: transparent !important; text-decoration-color: transparent !important;
        caret-color: transparent !important; color: transparent !important; transition: none !important;
      }
      html { background: white !important; }
      svg, img, ::-webkit-scrollbar { visibility: hidden; }
      [data-loose] {
        position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; padding: 80px;
        background: white !important; color: black !important; line-height: 200px; white-space: nowrap;
      }`);
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Null when a place shows every glyph that a free-standing line of its text shows; otherwise what is missing. */
export async function isShownWhole(place: Locator): Promise<string | null> {
  const window = place.page();
  await place.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center' });
    // What comes into view is drawn, and asks for its font, in the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });
  const session = await window.context().newCDPSession(window);
  try {
    const here = await inkOf(session, place, await place.evaluate(markPlace));
    await place.evaluate(drawLoosely);
    const loose = await inkOf(session, place, null);
    await window.evaluate(() => {
      document.querySelector('[data-loose]')?.remove();
      document.adoptedStyleSheets.pop();
    });
    if (loose.amount === 0) return 'no text';
    const isWhole = await window.evaluate(() => Number.isInteger(devicePixelRatio));
    if (here.rows < loose.rows - (isWhole ? 0 : ROUNDING))
      return `${here.rows} rows of pixels of ${loose.rows}`;
    return here.amount < loose.amount * (1 - SMOOTHING)
      ? `${Math.round((100 * here.amount) / loose.amount)} % of its ink`
      : null;
  } finally {
    await session.detach();
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Makes the text of a place black by a rule: the editor would remove an attribute that it did not set. */
function markPlace(element: Element): Box {
  const path: string[] = [];
  for (let part: Element | null = element; part?.parentElement; part = part.parentElement)
    path.unshift(`:nth-child(${[...part.parentElement.children].indexOf(part) + 1})`);
  const selector = `html > ${path.join(' > ')}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${selector}, ${selector} * { color: black !important; }`);
  document.adoptedStyleSheets.push(sheet);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left: left - 8, top: top - 50, right: right + 8, bottom: bottom + 50 };
}

/** Draws the text of a place again over the whole window, in the same font, on a line with plenty of room. */
function drawLoosely(element: Element): void {
  const text =
    element instanceof HTMLSelectElement
      ? element.selectedOptions[0]?.text
      : element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : element.textContent;
  const line = document.createElement('div');
  line.popover = 'manual';
  line.dataset['loose'] = '';
  line.textContent = text ?? '';
  line.lang = element.closest<HTMLElement>('[lang]')?.lang ?? '';
  const style = getComputedStyle(element);
  for (const name of style)
    if (/^(font|letter-spacing|direction|text-rendering|text-transform)/.test(name))
      line.style.setProperty(name, style.getPropertyValue(name));
  document.body.append(line);
  line.showPopover();
}

async function inkOf(session: CDPSession, place: Locator, box: Box | null): Promise<Ink> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  return place.page().evaluate(
    async ([base64, within]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.drawImage(bitmap, 0, 0);
      const scale = bitmap.width / innerWidth;
      const edge = (at: number, most: number) => Math.round(Math.min(Math.max(0, at * scale), most));
      const left = edge(within?.left ?? 0, bitmap.width);
      const top = edge(within?.top ?? 0, bitmap.height);
      const width = edge(within?.right ?? innerWidth, bitmap.width) - left;
      const height = edge(within?.bottom ?? innerHeight, bitmap.height) - top;
      const pixels = canvas.getImageData(left, top, width, height).data;
      let amount = 0;
      let first = -1;
      let last = -2;
      for (let at = 0; at < pixels.length; at += 4) {
        const ink = 255 - Math.max(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
        amount += ink;
        if (ink < 60) continue;
        last = Math.floor(at / 4 / width);
        if (first === -1) first = last;
      }
      return { rows: last - first + 1, amount };
    },
    [data, box] as const,
  );
}
