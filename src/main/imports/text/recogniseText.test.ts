import { describe, expect, test } from 'vitest';
import { first, fourth, read, second, sketch, third } from './testing/pastedPage';
import type { TextStory } from './textStory';

const reasons = ({ leftOut }: TextStory): readonly string[] => leftOut.map(({ reason }) => reason);

describe('a page of an English site', () => {
  const story = read(`City votes to close its old bridge - Example Site
Skip to content
Menu
World
Business
Sport
City
Sign in
Subscribe
Home > City > City votes to close its old bridge
City votes to close its old bridge
By Ana Maria Example and Bo Example
October 12, 2025 10:30 am
Share
FacebookTwitterWhatsApp

${first}

Advertisement
Advertisement. Scroll to continue reading.

${second}

Read more: Ferry gets new timetable

What comes next

${third}

Sign up for our newsletter
${fourth}

Tags: bridge, city council, traffic

You may also like
Ferry gets a new timetable for the winter
The ferry company has changed all of its hours, and riders are angry about it.
3 Comments
Jo
This is a very long comment by a reader who has opinions about everything that the council does or fails to do.
© 2025 Example Site. All rights reserved.
Advertisement
`);

  test('gives the fields', () => {
    expect(story).toMatchObject({
      headline: 'City votes to close its old bridge',
      section: 'City',
      byline: 'Ana Maria Example and Bo Example',
      hashtags: ['bridge', 'citycouncil', 'traffic'],
    });
  });

  test('gives the story with its slot and crosshead', () => {
    expect(sketch(story)).toEqual([first, '[ad]', second, '## What comes next', third, fourth]);
  });

  test('leaves out everything else, each with its reason', () => {
    expect(reasons(story)).toEqual([
      'repeated_headline',
      'navigation',
      'subscription',
      'breadcrumb',
      'byline',
      'share_links',
      'ad_mark',
      'related',
      'subscription',
      'hashtag_line',
      'related',
      'comments',
      'legal',
      'ad_mark',
    ]);
  });
});

describe('the headline', () => {
  test.each([
    ['stands first', `The bridge closes\n\n${first}\n\n${second}`],
    ['stands under a menu', `World\nCity\nSport\nThe bridge closes\n${first}\n${second}`],
    [
      'stands under a promo',
      `Another story about the river\nThe river has been rising since the start of the week and...\n\nThe bridge closes\n12.10.2025\n${first}\n${second}`,
    ],
    [
      'stands twice, once with the site',
      `The bridge closes | A site\nHome\nThe bridge closes\n${first}\n${second}`,
    ],
    ['is only in the breadcrumb', `Home / City / The bridge closes for a year\n${first}\n${second}`],
    [
      'has a second line',
      `The bridge closes for a year\nEngineers found cracks in all of its pillars in spring\nBy Bo Example\n${first}\n${second}`,
    ],
    ['asks a question', `Will the bridge ever open again?\n\n${first}\n\n${second}`],
  ])('%s', (_where, text) => {
    expect(read(text).headline).toMatch(/^(?:The bridge closes|Will the bridge)/);
    expect(sketch(read(text)).slice(-2)).toEqual([first, second]);
  });

  test('may be very long', () => {
    const headline = 'a very long headline '.repeat(500).trim();
    expect(read(`${headline}\n\n${first}\n\n${second}`).headline).toBe(headline);
  });

  test('is not made of a story that has none', () => {
    const story = read(`${first} ${second}\n\n${third}`);
    expect(story.headline).toBe('');
    expect(sketch(story)).toEqual([`${first} ${second}`, third]);
  });
});

describe('the section', () => {
  test.each([
    ['HomeWorldThe bridge closes for a year\nThe bridge closes for a year', 'World'],
    ['HomeNewsCityThe bridge closes for a year\nThe bridge closes for a year', 'City'],
    ['HomeRegionsThe bridge closes for a year', 'Regions'],
    ['Home / Rivers / The old bridge is closed\nRIVERS\nThe bridge closes for a year', 'Rivers'],
    ['Home » World » Rivers\nThe bridge closes for a year', 'World'],
    ['Home › Rivers › The bridge closes…\nThe bridge closes for a year', 'Rivers'],
    ['You are here: Home > City\nThe bridge closes for a year', 'City'],
    ['Home\n>\nCity\n>\nThe bridge closes for a year', 'City'],
    ['Home\nCity\nThe bridge closes for a year', 'City'],
    ['CITY\nThe bridge closes for a year', 'CITY'],
    ['The bridge closes for a year\nCategory: Rivers', 'Rivers'],
    ['World\nCity\nSport\nCulture\nThe bridge closes for a year', null],
    ['World | City | Sport | Culture\nThe bridge closes for a year', null],
    ['Home | World | City | Sport\nThe bridge closes for a year', null],
    ['Homeowners pay for the bridge', null],
    ['The bridge closes for a year', null],
  ])('of %j is %j', (top, section) => {
    expect(read(`${top}\n${first}\n${second}`).section).toBe(section);
    expect(sketch(read(`${top}\n${first}\n${second}`))).toEqual([first, second]);
  });
});

describe('the byline', () => {
  test.each([
    ['By Ana Example', 'Ana Example'],
    ['By Ana Example | October 12, 2025', 'Ana Example'],
    ['BY ANA EXAMPLE', 'ANA EXAMPLE'],
    ['By\nAna Example\n-\nOctober 12, 2025\n0\n27', 'Ana Example'],
    ['Von Ana Maria Beispiel', 'Ana Maria Beispiel'],
    ['Par Ana Exemple', 'Ana Exemple'],
    ['Por Ana de la Muestra', 'Ana de la Muestra'],
    ['Автор: Анна Пример', 'Анна Пример'],
    ['بقلم: آنا مثال', 'آنا مثال'],
    ['Ana Example - October 12, 2025', 'Ana Example'],
    ['Ana Example\n12 October 2025', 'Ana Example'],
    ['Ana Example\nStaff Reporter\nPublished: 2 days ago', 'Ana Example'],
    ['১২ অক্টোবর ২০২৫\nশেয়ার করুন', ''],
    ['Updated October 12, 2025 at 4:30 pm\n5 min read', ''],
    ['12. Oktober 2025, 14:30 Uhr', ''],
    ['१२ अक्टूबर २०२५', ''],
  ])('of %j is %j', (lines, byline) => {
    const story = read(`The bridge closes for a year\n${lines}\n${first}\n${second}`);
    expect(story.byline).toBe(byline);
    expect(sketch(story)).toEqual([first, second]);
  });

  test('is not a sentence of the story', () => {
    const text = 'By the river nobody was seen.';
    expect(sketch(read(`The bridge closes\n\n${first}\n\n${text}\n\n${second}`))).toContain(text);
  });
});

describe('hashtags', () => {
  test.each([
    ['with commas', '#bridge, #River_2, #città'],
    ['with a comma at the end', '#bridge, #River_2, #città,'],
    ['with spaces', '#bridge #River_2 #città'],
    ['with nothing between', '#bridge#River_2#città'],
    ['one a line', '#bridge\n#River_2\n#città'],
    ['behind a label', 'Tags: bridge, River_2, città'],
    ['behind a label, marked', 'Schlagwörter: #bridge #River_2 #città'],
    ['under a label', 'TAGS\nbridge\nRiver_2\ncittà'],
  ])('%s', (_how, line) => {
    const story = read(`The bridge closes\n\n${first}\n\n${second}\n\n${line}`);
    expect(story.hashtags).toEqual(['bridge', 'River_2', 'città']);
    expect(sketch(story)).toEqual([first, second]);
  });

  test('in other scripts', () => {
    const story = read(`पुल बंद होगा\n\n${first}\n\n#पुल #नदी، #جسر ＃橋`);
    expect(story.hashtags).toEqual(['पुल', 'नदी', 'جسر', '橋']);
  });

  test('inside a sentence stay there', () => {
    const line = 'Many used the tag #bridge on that evening.';
    expect(sketch(read(`The bridge closes\n\n${first}\n\n${line}\n\n${second}`))).toEqual([
      first,
      line,
      second,
    ]);
  });
});

describe('ad marks', () => {
  test('that are neighbours are one slot, where they stood', () => {
    const story = read(
      `Headline of the day\n\n${first}\n\nspot_img\n― Advertisement ―\n\nShare\n\nSponsored\n\n${second}\n\nAnzeige\n\n${third}`,
    );
    expect(sketch(story)).toEqual([first, '[ad]', second, '[ad]', third]);
  });

  test('above the headline are one slot at the top, those in the foot none', () => {
    const story = read(
      `Advertisement\nMenu\nspot_img\nHeadline of the day\nAdvertisement\n${first}\n${second}\nRelated articles\nAdvertisement\n`,
    );
    expect(sketch(story)).toEqual(['[ad]', first, second]);
    expect(reasons(story)).toContain('ad_mark');
  });
});

describe('crossheads', () => {
  test('are short titles between paragraphs', () => {
    expect(sketch(read(`Headline of the day\n\n${first}\n\nA long wait\n\n${second}`))).toContain(
      '## A long wait',
    );
  });

  test.each([
    '- the northern crossing',
    '• the northern crossing',
    '“No comment”',
    'The list is this:',
    'Fine.',
    'Why?',
    'in small letters',
    '* * *',
    'person@example.org',
  ])('are not such as %j', (line) => {
    expect(sketch(read(`Headline of the day\n\n${first}\n\n${line}\n\n${second}`))).toEqual([
      first,
      line,
      second,
    ]);
  });

  test('are not the items of a list', () => {
    const story = read(`Headline of the day\n\n${first}\n\nFlour\nButter\nSugar\n\n${second}\n\nOne ending`);
    expect(sketch(story)).toEqual([first, 'Flour', 'Butter', 'Sugar', second, 'One ending']);
  });

  test('stand in scripts without capitals too', () => {
    const hindi = 'नगर परिषद ने सोमवार को पुराने पुल को एक साल के लिए बंद करने का फैसला किया।';
    const japanese = '市議会は月曜日、古い橋を一年間閉鎖することを決めた。技術者がひび割れを見つけたためだ。';
    expect(sketch(read(`पुल एक साल बंद\n\n${hindi}\n\nआगे क्या होगा\n\n${hindi}`))).toEqual([
      hindi,
      '## आगे क्या होगा',
      hindi,
    ]);
    expect(sketch(read(`古い橋が一年間閉鎖\n\n${japanese}\n\n今後の予定\n\n${japanese}`))).toEqual([
      japanese,
      '## 今後の予定',
      japanese,
    ]);
  });
});

test('text that was broken at a fixed width is joined to paragraphs', () => {
  const story = read(`BRIDGE CLOSES FOR A YEAR

The council voted on Monday evening to close the old bridge for a year,
after engineers had found cracks in three of its pillars and warned the
town that no lorry should cross it any more.

Traffic will be led over the northern crossing, which is to get a second
lane before the autumn comes. Riders of the morning buses will need some
ten minutes more.
`);
  expect(story.headline).toBe('BRIDGE CLOSES FOR A YEAR');
  expect(sketch(story)).toEqual([
    'The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks in three of its pillars and warned the town that no lorry should cross it any more.',
    'Traffic will be led over the northern crossing, which is to get a second lane before the autumn comes. Riders of the morning buses will need some ten minutes more.',
  ]);
});
