import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NutgrafApp, expect } from './fixtures';
import { editorOf, type StoryEditor } from './storyEditor';

/** A saved page's text, pasted whole from a browser: a story with the page furniture around it. */
const file = path.join(import.meta.dirname, 'fixtures', 'newsPage.txt');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const hashtagLine = lines.findIndex((line) => line.startsWith('#'));
const headline = 'Two Coasts Agree on One Strait: Pilots to Share a Single Watch From the Spring';

/** What a reader would say is on the page. */
export const newsPage = {
  file,
  headline,
  section: 'International',
  /** Paragraphs and crossheads, in order. */
  story: lines.slice(lines.indexOf(headline) + 1, hashtagLine),
  crossheads: [
    'What Was Agreed',
    'A Long Way to One Table',
    'How the Watch Will Work',
    'The Question of Language',
    'What the Fishers Say',
    'The Cost, and Who Pays',
    'Weather, Fog and the Old Bell',
    'What Neighbours Make of It',
    'A First Night Together',
  ],
  hashtags: lines[hashtagLine]?.split(', ') ?? [],
  slot: 'Advertisement slot: In-article 1',
} as const;

/** Imports the page through the menu. */
export async function importNewsPage(nutgraf: NutgrafApp): Promise<StoryEditor> {
  const editor = editorOf(nutgraf.window);
  await nutgraf.openDialogReturns(newsPage.file);
  await nutgraf.menu('import.files');
  await expect(editor.headline).toHaveValue(newsPage.headline);
  return editor;
}
