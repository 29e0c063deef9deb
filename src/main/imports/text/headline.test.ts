import { describe, expect, test } from 'vitest';
import { first, fourth, read, second, third } from './testing/pastedPage';

const story = [first, second, third, fourth].join('\n\n');

describe('a menu word in header and footer is not a headline', () => {
  test.each([
    ['The bridge closes for a year', 'Harbour\n\nThe bridge closes for a year', 'Harbour'],
    ['Pont fermé un an', 'Région\n\nPont fermé un an', 'Région\nRégion'],
    ['老码头将改建为滨水公园', '城市\n\n老码头将改建为滨水公园', '城市'],
    ['สะพานเก่าปิดหนึ่งปีเพื่อซ่อมแซม', 'ท้องถิ่น\n\nสะพานเก่าปิดหนึ่งปีเพื่อซ่อมแซม', 'ท้องถิ่น'],
    ['الجسر القديم يغلق عاما كاملا', 'محليات\n\nالجسر القديم يغلق عاما كاملا', 'محليات'],
    ['पुराना पुल एक साल बंद रहेगा', 'शहर\n\nपुराना पुल एक साल बंद रहेगा', 'शहर'],
  ])('%s', (headline, top, foot) => {
    expect(read(`${top}\n\n${story}\n\n${foot}`).headline).toBe(headline);
  });
});

describe('a headline may end as a sentence does', () => {
  test.each([
    'Bridge stays shut until May, says engineer J. R.',
    'How frost moves the ground under the old town of Q.C.',
    'Long winter troubles pipes across the U.S.',
    'Bridge builder moves in with Example Inc.',
    'Will the old bridge ever open again?',
    'Too late! Town loses its last ferry',
    '¿Volverá el tranvía al centro?',
    '古い橋はいつ開くのか？',
    'هل يفتح الجسر هذا العام؟',
    '“Nobody asked us!”',
  ])('%s', (headline) => {
    expect(read(`City\n\n${headline}\n\n${story}\n\nCity`).headline).toBe(headline);
    expect(read(`${headline}\nBy Ana Example\n${story}`)).toMatchObject({ headline, byline: 'Ana Example' });
  });
});

describe('beside the headline stands', () => {
  const headline = 'The bridge closes for a year';

  test.each([
    [
      'a standfirst of whole sentences',
      `${headline}\nEngineers found cracks. They were deep.\nBy Ana Example`,
    ],
    [
      'a standfirst and a caption',
      `${headline}\nEngineers found cracks in it\n\nThe bridge at noon\nAna Example\n12 March 2025`,
    ],
    ['the role of its author', `${headline}\nAna Example\nTransport correspondent\n3 hours ago`],
    ['the site in the tab’s title', `${headline} | Example Site\nHome\nCity\n${headline}\nBy Ana Example`],
    [
      'other stories with bylines',
      `Another tale of the river\nBy Bo Example\nThe river rose…\n\n${headline}\nBy Ana Example`,
    ],
    [
      'a list of the most read',
      `1\nAnother tale of the river\n2\nA third tale of the hill\n3\nA fourth tale of the sea\n\n${headline}\nAna Example\nMarch 12, 2025`,
    ],
    ['an address for questions', `Contact: Bo Example, press@example.org\n${headline}\nBy Ana Example`],
    ['a number of its own', `Code: 123456\n12 March 2025 - 14:30\n${headline}\nBy Ana Example`],
    [
      'a label of the picture',
      `${headline}\nImage source, Agency\nImage caption, The bridge at noon\nAuthor, Ana Example\nRole, Reporter`,
    ],
  ])('%s', (_what, top) => {
    expect(read(`${top}\n${story}`)).toMatchObject({ headline, byline: 'Ana Example' });
  });

  test('only its site and its section, behind bars', () => {
    expect(read(`${headline} | City | Example Site\n${story}`).headline).toBe(headline);
  });
});
