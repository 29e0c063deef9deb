import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchOptions } from '../../tools/display/launchOptions';
import { checkFuses } from '../../tools/package/appFolder';
import { expect, test } from '../fixtures';
import { statusOf } from '../processes';
import { newArticle } from '../storyEditor';
import { PackagedApp } from './packagedApp';
import { packageOf } from './packages';

const NOBODY = 65534;

test('unpacked with a file “portable” beside it, the program keeps its articles there and writes nowhere else', async ({
  folder,
}, { parallelIndex }) => {
  chmodSync(folder, 0o755);
  execFileSync('tar', ['--extract', '--no-same-owner', `--file=${packageOf('.tar.gz')}`, '-C', folder]);
  const unpacked = path.join(folder, readdirSync(folder)[0] ?? '');
  const home = path.join(folder, 'home');
  mkdirSync(home);
  writeFileSync(path.join(unpacked, 'portable'), '');
  for (const place of [unpacked, home]) chownSync(place, NOBODY, NOBODY);
  await checkFuses(path.join(unpacked, 'nutgraf'));

  const identity = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--inh-caps=-all'];
  const display = launchOptions(parallelIndex).env['DISPLAY'] ?? '';
  // The desktop's own libraries keep their settings in memory, so that whatever is left is the app's.
  const settings = 'GSETTINGS_BACKEND=memory';
  const environment = ['PATH=/usr/bin:/bin', `HOME=${home}`, 'LANG=C.UTF-8', `DISPLAY=${display}`, settings];
  const app = new PackagedApp({
    starter: ['setpriv', ...identity, 'env', '-i', `--chdir=${home}`, ...environment],
    program: path.join(unpacked, 'nutgraf'),
    slot: parallelIndex,
  });
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
