import type { PastedHtml } from '#shared/document/reading/pasted';
import { expect, test } from 'vitest';
import { pasteNotice } from './pasteNotice';

const nothing: PastedHtml = {
  hiddenWords: 0,
  tables: 0,
  letteredLists: 0,
  links: [],
  embeds: { linked: [], lost: 0 },
  pictures: { inside: [], outOfReach: [] },
  parts: { drawings: 0, fields: 0 },
};

test('nothing is said of what came as it was', () => {
  expect(pasteNotice(nothing)).toBeNull();
});

test('what changed and what was left out is named', () => {
  expect(pasteNotice({ ...nothing, tables: 1 })).toBe('In what you pasted, 1 table became one line per row.');
  expect(
    pasteNotice(
      {
        hiddenWords: 1_204,
        tables: 2,
        letteredLists: 1,
        links: ['/plan'],
        embeds: {
          linked: ['https://video.example.org/embed/7', 'https://video.example.org/embed/8'],
          lost: 1,
        },
        pictures: {
          inside: [],
          outOfReach: [
            { where: 'file', name: 'image001.png' },
            { where: 'page', name: '' },
            { where: 'page', name: 'near.jpg' },
          ],
        },
        parts: { drawings: 1, fields: 3 },
      },
      ['Broken'],
    ),
  ).toBe(
    'In what you pasted, 2 tables became one line per row, 1 list numbered by letters or other numerals is now numbered 1, 2, 3 and 2 embeds became links (video.example.org). ' +
      'Left out of what you pasted: 1,204 hidden words, 1 image in a file (image001.png), ' +
      '2 images that only their own page can show (near.jpg), 1 image that cannot be kept (Broken), ' +
      '1 incomplete link (/plan), 1 embed without an address, 1 drawing and 3 buttons or form fields. Drop image files into the text to add them.',
  );
});
