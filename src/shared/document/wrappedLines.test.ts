import { expect, test } from 'vitest';
import { joinWrappedLines } from './wrappedLines';

const groupsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\n\n+/)
    .map((group) => group.split('\n').map((line) => line.trim()));

const joined = (text: string): readonly string[] => joinWrappedLines(groupsOf(text)).flat();

/** Breaks a text as a program does that fits as many words as it can into a width. */
function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

const english =
  'The harbour office said on Monday that the old lock would stay shut until the mended gates arrive from the yard, and that barges are to wait in the outer basin for as long as it takes.';
const german =
  'Das Hafenamt teilte am Montag mit, dass die alte Schleuse geschlossen bleibt, bis die reparierten Tore aus der Werft kommen, und dass die Kähne so lange im äußeren Becken warten.';

test.each([24, 32, 45, 60, 72, 84])('lines of %i columns become paragraphs', (width) => {
  for (const text of [english, german]) expect(joined(wrapped(text, width))).toEqual([text]);
  const two = `${wrapped(english, width)}\n${wrapped(german, width)}`;
  expect(joined(two).join(' ')).toBe(`${english} ${german}`);
});

test('the hyphens of line ends go, those of words stay', () => {
  const column = groupsOf(`The office said on Wednes-
day that the well-
known lock stays shut un-
til the Anglo-
Saxon gates arrive for 1914-
18, pre- and post-
war, a state-of-the-
art yard and an on-
shore one; onshore, too.`);
  expect(joinWrappedLines(column)).toEqual([
    [
      'The office said on Wednesday that the well-known lock stays shut until the Anglo-Saxon gates arrive for 1914-18, pre- and postwar, a state-of-the-art yard and an onshore one; onshore, too.',
    ],
  ]);
  const teile = groupsOf(`Die Nord-
und die Südseite der Schleu-
se bleiben ge\u00ad
schlossen, sagt das Amt.`);
  expect(joinWrappedLines(teile).flat()).toEqual([
    'Die Nord- und die Südseite der Schleuse bleiben geschlossen, sagt das Amt.',
  ]);
});

test('scripts without spaces are joined without one', () => {
  const line = '港湾事務所は月曜日に古い水門がまだ開かないと';
  expect(joined(`${line}\n${line}\n${line}\n${line}\nまだ開かない。`)).toEqual([
    `${line.repeat(4)}まだ開かない。`,
  ]);
});

test.each([
  [
    'verse',
    'The boat is on the water,\nThe net is on the quay,\nThe wind has found the daughter\nOf him who went to sea.',
  ],
  [
    'verse in small letters',
    'the boat is gone\nand with it the light\nof every lamp along the long quay\nwe stay\nuntil the morning comes to fetch us all',
  ],
  ['a list', '- flour for the bread\n- salt from the coast\n- a pound of butter\n- water as needed'],
  [
    'a list without marks',
    'Fresh flour for bread\nSalt from the coast\nOne pound of butter\nWater as it is needed',
  ],
  ['an address', 'Harbour Office of the Port\n12 Example Street\nExample Town\nThe Republic of Examples'],
  ['paragraphs of one line', `${english}\n${german}\n${english}\n${german}`],
  [
    'lines that end as sentences',
    'The lock is shut today.\nThe gate is in the yard.\nBarges wait in the basin.\nThe office says nothing.',
  ],
])('%s stays as it is', (_name, text) => {
  expect(joined(text)).toEqual(text.split('\n'));
});

test('a list item continues over its lines, and the next one begins again', () => {
  const list = `- the harbour office said that\n  the old lock would stay shut\n  until the mended gates arrive\n- barges wait in the outer and\n  in the inner basin as well`;
  expect(joined(list)).toEqual([
    '- the harbour office said that the old lock would stay shut until the mended gates arrive',
    '- barges wait in the outer and in the inner basin as well',
  ]);
});

test('long texts are joined in a time that grows with them', { timeout: 10_000 }, () => {
  const lines = Array.from(
    { length: 5_000 },
    () => 'the old lock stays shut until the gates ar-\nrive, and barges wait in the outer basin',
  );
  expect(joinWrappedLines([lines.join('\n').split('\n')])).toHaveLength(1);
  expect(joined(lines.join('\n'))).toHaveLength(1);
});
