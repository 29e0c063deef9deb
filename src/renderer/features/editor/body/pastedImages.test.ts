import { describe, expect, it } from 'vitest';
import { imagesMeantIn } from './pastedImages';

const picture = new File(['bytes'], 'image.png', { type: 'image/png' });
const page = new File(['bytes'], 'page.html', { type: 'text/html' });

/** What an app hands over: files, and text by its type. */
function handedOver(files: readonly File[], texts: Readonly<Record<string, string>> = {}) {
  return { files, getData: (type: string) => texts[type] ?? '' };
}

describe('the images in what was pasted or dropped', () => {
  it('are the image files', () => {
    expect(imagesMeantIn(handedOver([page, picture]))).toEqual([picture]);
  });

  it('are none where a word processor adds a picture of its text', () => {
    const texts = { 'text/plain': 'Two words', 'text/html': '<p>Two words</p>', 'text/rtf': '{\\rtf1}' };
    expect(imagesMeantIn(handedOver([picture], texts))).toEqual([]);
  });

  it.each([
    ['copied in a browser', { 'text/html': '<img src="https://site.example/a.png">' }],
    [
      'dragged out of a browser',
      { 'text/plain': 'https://site.example/a.png', 'text/uri-list': 'https://site.example/a.png' },
    ],
  ])('are there for an image that was %s', (_how, texts) => {
    expect(imagesMeantIn(handedOver([picture], texts))).toEqual([picture]);
  });

  it('are none where nothing was handed over', () => {
    expect(imagesMeantIn(null)).toEqual([]);
  });
});
