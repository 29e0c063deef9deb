import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkFuses } from '../../tools/package/appFolder';
import { expect, test } from '../fixtures';
import { statusOf } from '../processes';
import { newArticle } from '../storyEditor';
import { unpackApp } from './unpackedApp';

test('unpacked with a file “portable” beside it, the program keeps its articles there and writes nowhere else', async ({
  folder,
}, { parallelIndex }) => {
  const { app, unpacked, home, version, handOver } = unpackApp(folder, parallelIndex);
  handOver();
  await checkFuses(path.join(version(), 'nutgraf'));

  await app.launch();
  for (const pid of app.pids.pages) expect(statusOf(pid, 'Seccomp')).toBe('2');
  const editor = await newArticle(app, 'Its words.');
  await editor.headline.fill('Carried about');
  await expect(editor.saved).toBeVisible();
  await app.quit();
  expect(existsSync(path.join(unpacked, 'articles', 'nutgraf.db'))).toBe(true);
  const { lines } = await app.command('list');
  expect(lines).toMatchObject([{ headline: 'Carried about' }]);
  const left = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left.map(({ name }) => name)).toEqual([]);
});
