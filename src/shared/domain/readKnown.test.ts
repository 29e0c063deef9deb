import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { speakLanguage } from '../language/speakLanguage';
import { readKnown } from './readKnown';

const schema = z.strictObject({
  name: z.string().max(1000),
  side: z.enum(['left', 'right']).exactOptional(),
  isOpen: z.boolean().exactOptional(),
  size: z.number().exactOptional(),
  list: z.array(z.string()).exactOptional(),
  keys: z.record(z.string(), z.string()).exactOptional(),
  code: z.string().regex(/^x$/u).exactOptional(),
});

/** What is told of a text, by key; each is told once. */
function problems(text: string): Readonly<Record<string, string>> {
  const { faults } = readKnown(schema, text);
  expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
  return Object.fromEntries(faults.map(({ key, problem }) => [key, problem]));
}

test('what is wrong is said in whole sentences, by the place where it stands', () => {
  const text = JSON.stringify({ side: 'up', isOpen: 1, size: '1', list: {}, keys: [], code: 'y', more: 1 });
  expect(problems(text)).toEqual({
    name: 'This is missing.',
    side: 'This must be one of these: "left" or "right".',
    isOpen: 'This must be true or false.',
    size: 'This must be a number.',
    list: 'This must be a list, in square brackets.',
    keys: 'This must have names and values, in braces.',
    code: 'This value is not allowed here.',
    more: 'There is no such key.',
  });
  expect(problems('{"name":1}')).toEqual({ name: 'This must be text, in quotation marks.' });
  expect(problems(JSON.stringify({ name: 'x'.repeat(1001) }))).toEqual({
    name: 'This is longer than 1,000 characters.',
  });
});

test('a mistake in the JSON is told with its line where that is known', () => {
  expect(problems('{\n"name": "x"\n"side": "left" }')).toEqual({
    '': 'This is not JSON: the mistake is in line 3, or before it.',
  });
  expect(problems('{')['']).toMatch(/^This is not JSON/u);
  expect(problems('')).toEqual({ '': 'This is not JSON.' });
});

describe('in German', () => {
  beforeAll(() => speakLanguage('de'));

  test('nothing is said in English', () => {
    expect(problems('{"name":1,"side":"up","size":true}')).toEqual({
      name: 'Hier muss ein Text stehen, in Anführungszeichen.',
      side: 'Hier muss eines davon stehen: "left" oder "right".',
      size: 'Hier muss eine Zahl stehen.',
    });
  });
});
