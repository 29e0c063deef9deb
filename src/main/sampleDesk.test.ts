import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualSections } from '#shared/domain/section';
import { readFrontMatter, splitFrontMatter } from './imports/markdown/frontMatter';
import {
  markForThrowingAway,
  sampleDeskArguments,
  sampleDeskOf,
  sampleStories,
  emptyIfMarked,
} from './sampleDesk';
import { testFolder } from './store/testing/testStore';

const storiesHere = () => sampleStories(new URL('../../resources/sample-desk', import.meta.url).pathname);

test('a sample desk is emptied at its next start once it is to be thrown away, and never else', () => {
  const own = testFolder();
  const desk = sampleDeskOf(own);
  mkdirSync(join(desk, 'browser'), { recursive: true });
  const files = ['nutgraf.db', join('browser', 'opened.json')].map((name) => join(desk, name));
  for (const file of [...files, join(own, 'nutgraf.db'), join(desk, 'browser', 'lock')])
    writeFileSync(file, '');
  emptyIfMarked(desk);
  expect(files.map((file) => existsSync(file))).toEqual([true, true]);
  markForThrowingAway(desk);
  emptyIfMarked(desk);
  expect(readdirSync(desk)).toEqual(['browser']);
  expect(readdirSync(join(desk, 'browser'))).toEqual(['lock']);
  expect(existsSync(join(own, 'nutgraf.db'))).toBe(true);
});

test('a second start is on the same store’s sample desk, with Chromium’s own switches and without a debugger', () => {
  const start = { isPackaged: true, appPath: '/opt/nutgraf/resources/app.asar' };
  const argv = ['/opt/nutgraf/nutgraf', '--ozone-platform=x11', '--store=/elsewhere', '--inspect=0', 'a.md'];
  expect(sampleDeskArguments({ ...start, argv }, '/home/editor/articles')).toEqual([
    '--ozone-platform=x11',
    '--language=en',
    '--store=/home/editor/articles',
    '--sample-desk',
  ]);
  const sources = { isPackaged: false, appPath: '/src/nutgraf', argv: ['/electron', '/src/nutgraf'] };
  expect(sampleDeskArguments(sources, '/desk')[1]).toBe('/src/nutgraf');
});

test('there are a dozen stories, in their order', () => {
  const stories = storiesHere();
  expect(stories).toHaveLength(12);
  expect(stories[0]?.name).toBe('01-start-here.md');
});

const sections: readonly string[] = usualSections.map(({ name }) => name);

test.each(storiesHere())('$name arrives with a headline, and in a section that is there', ({ path }) => {
  const { front } = splitFrontMatter(readFileSync(path, 'utf8'));
  const read = readFrontMatter(front?.text ?? '');
  expect(read?.fields.headline).toBeTruthy();
  expect(sections).toContain(read?.section);
});
