import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installedStage, olderDeb, packagesInside } from '../../tools/installed/stage';
import { olderVersion } from '../../tools/installed/olderPackage';
import { checkContents, checkFuses } from '../../tools/package/appFolder';
import { expect, test } from '../fixtures';
import { newsPage } from '../newsPage';
import { commandOf, descendantsOf, statusOf } from '../processes';
import { editorOf, shown, type StoryEditor } from '../storyEditor';
import { asRoot, asUser, user, userFolder } from './cleanRoot';
import { PackagedApp } from './packagedApp';

test.describe.configure({ mode: 'serial' });

const appFolder = '/usr/lib/nutgraf';
const exportFolder = `${userFolder}/exported`;
const headline = 'Two coasts, one watch';
const sentence = 'The pilots were told in the night, and by the morning all of them had agreed.';

/** A path of the clean Debian, as this machine sees it. */
const inside = (...names: readonly string[]): string => path.join(installedStage().root, ...names);

const appOn = (slot: number): PackagedApp =>
  new PackagedApp({ starter: asUser(slot, exportFolder), program: 'nutgraf', slot });

/** What the installed command line lists: it sees the store as the windows do. */
async function headlines(app: PackagedApp): Promise<readonly unknown[]> {
  const { code, lines } = await app.command('list');
  expect(code).toBe(0);
  return lines.map((line) => line['headline']);
}

test('apt installs the package on a clean Debian with all that it needs, hardened', async () => {
  asRoot('useradd', '--create-home', '--shell', '/bin/sh', user);
  asRoot('apt-get', 'install', '-q', '-y', '--no-install-recommends', `${packagesInside}/${olderDeb}`);
  expect(asRoot('dpkg-query', '-W', '-f', '${Version} ${db:Status-Status}', 'nutgraf')).toBe(
    `${olderVersion} installed`,
  );
  await checkFuses(inside(appFolder, 'nutgraf'));
  checkContents(inside(appFolder, 'resources', 'app.asar'));
  // Those of the interface; the builder takes Latin America's with Spain's.
  const locales = ['ar', 'de', 'en-US', 'es-419', 'es', 'fr'].map((name) => `${name}.pak`);
  expect(readdirSync(inside(appFolder, 'locales'))).toEqual(locales);
});

test('a first start, an import and an edit, in the sandbox; what was written outlives a kill', async ({}, {
  parallelIndex,
}) => {
  cpSync(newsPage.file, inside(userFolder, 'page.txt'));
  asRoot('install', '-d', '-o', user, '-g', user, exportFolder);
  const app = appOn(parallelIndex);
  await app.launch();
  await expect(app.window.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();

  const { main, pages } = app.pids;
  expect(pages).toHaveLength(1);
  for (const pid of [main, ...pages]) {
    expect(statusOf(pid, 'Uid')).not.toMatch(/\b0\b/u);
    expect(statusOf(pid, 'CapEff')).toBe('0000000000000000');
  }
  for (const pid of pages) expect(statusOf(pid, 'Seccomp')).toBe('2');

  await drop(app, `${userFolder}/page.txt`);
  const editor = editorOf(app.window);
  await expect(editor.headline).toHaveValue(newsPage.headline);
  await editor.headline.fill(headline);
  await editor.blocks.last().click();
  await app.window.keyboard.press('Control+End');
  await app.window.keyboard.press('Enter');
  await app.window.keyboard.type(sentence);
  await expect(editor.saved).toBeVisible();
  await app.window.keyboard.type(' Then the');
  await app.kill();

  await app.launch();
  const again = await openAgain(app);
  await expect(again.text).toContainText(sentence);
  expect(await shown(again)).toEqual(expect.arrayContaining([...newsPage.story]));
  await app.quit();
});

/** The article that was open when the app ended, however it did. */
async function openAgain({ window }: PackagedApp): Promise<StoryEditor> {
  const editor = editorOf(window);
  await expect(editor.headline).toHaveValue(headline);
  return editor;
}

/** Drops a file of the clean Debian on the window. */
async function drop({ window }: PackagedApp, file: string): Promise<void> {
  const devtools = await window.context().newCDPSession(window);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
}

test('an export writes the article where the system’s dialog says', async ({}, { parallelIndex }) => {
  // The dialog begins in the folder that the app was started in.
  const settings = '.config/glib-2.0/settings';
  asRoot('install', '-d', '-o', user, '-g', user, `${userFolder}/${settings}`);
  const chosen = "[org/gtk/settings/file-chooser]\nstartup-mode='cwd'\n";
  asRoot('sh', '-c', `printf '%s' "$1" > "$2"`, 'sh', chosen, `${userFolder}/${settings}/keyfile`);
  const app = appOn(parallelIndex);
  await app.launch();
  await openAgain(app);
  await app.menu('export.dialog');
  const dialog = app.window.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Choose a folder and export…' }).click();
  await accept(app, 'Export into a folder');
  await expect(dialog.getByRole('status')).toHaveText('1 article written.');
  const name = readdirSync(inside(exportFolder)).find((file) => file.endsWith('.md')) ?? '';
  expect(readFileSync(inside(exportFolder, name), 'utf8')).toContain(sentence);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await app.quit();
});

/** Confirms a dialog of the system with the Return key, as soon as it takes it. */
async function accept(app: PackagedApp, title: string): Promise<void> {
  await expect.poll(() => app.windowsCalled(title)).toHaveLength(1);
  await expect(() => {
    for (const id of app.windowsCalled(title)) {
      app.xdotool('windowactivate', '--sync', id);
      app.keys('Return');
    }
    expect(app.windowsCalled(title)).toEqual([]);
  }).toPass();
}

test('an upgrade from the signed repository keeps the articles, and the menu entry starts the new version', async ({}, {
  parallelIndex,
}) => {
  const source = [
    'Types: deb',
    `URIs: file:${packagesInside}/apt`,
    'Suites: stable',
    'Components: main',
    `Signed-By: ${packagesInside}/apt/nutgraf-archive-keyring.asc`,
    '',
  ].join('\n');
  asRoot('sh', '-c', `printf '%s' "$1" > /etc/apt/sources.list.d/nutgraf.sources`, 'sh', source);
  asRoot('apt-get', '-q', '-o', 'APT::Update::Error-Mode=any', 'update');
  asRoot('apt-get', 'install', '-q', '-y', '--no-install-recommends', 'nutgraf', 'libglib2.0-bin');
  expect(asRoot('dpkg-query', '-W', '-f', '${Version}', 'nutgraf')).not.toBe(olderVersion);
  const app = appOn(parallelIndex);
  expect(await headlines(app)).toEqual([headline]);

  const [program = '', ...words] = asUser(parallelIndex);
  const entry = '/usr/share/applications/nutgraf.desktop';
  // By this a desktop knows that the window is what the entry started.
  const windowClass = /^StartupWMClass=(.+)$/mu.exec(readFileSync(inside(entry), 'utf8'))?.[1] ?? '';
  execFileSync(program, [...words, 'gio', 'launch', entry], { stdio: 'ignore' });
  const typed = 'Written from the menu entry';
  await expect(async () => {
    app.xdotool('search', '--onlyvisible', '--class', `^${windowClass}$`, 'windowactivate', '--sync');
    app.keys('ctrl+n');
    app.xdotool('type', typed);
    await expect.poll(() => headlines(app), { timeout: 20_000 }).toContain(typed);
  }).toPass();
  expect(await headlines(app)).toContain(headline);
  app.keys('ctrl+q');
  await expect.poll(running).toEqual([]);
});

/** What runs of the app; what an entry started has nobody but the first process to belong to. */
const running = (): readonly string[] =>
  descendantsOf(installedStage().pid)
    .map(commandOf)
    .filter((command) => command.includes('nutgraf'));

test('the menu entry opens a file, and a link in the app that runs', async ({}, { parallelIndex }) => {
  const app = appOn(parallelIndex);
  const [program = '', ...words] = asUser(parallelIndex);
  const launch = (what: string): void => {
    const entry = '/usr/share/applications/nutgraf.desktop';
    execFileSync(program, [...words, 'gio', 'launch', entry, what], { stdio: 'ignore' });
  };
  const isShown = (title: string) =>
    expect.poll(() => app.windowsCalled(`${title} – Nutgraf`), { timeout: 60_000 }).toHaveLength(1);
  writeFileSync(inside(userFolder, 'from the desk.md'), '# Opened from the desk\n\nIts words.\n');
  launch(`${userFolder}/from the desk.md`);
  await isShown('Opened from the desk');
  const { lines } = await app.command('list');
  const linked = lines.find((line) => line['headline'] === headline);
  launch(`nutgraf://open/${String(linked?.['id'])}`);
  await isShown(headline);
  app.xdotool('search', '--onlyvisible', '--name', `^${headline} – Nutgraf$`, 'windowactivate', '--sync');
  app.keys('ctrl+q');
  await expect.poll(running).toEqual([]);
});

test('the installed command line needs no display, exports, refuses a slip, and stops at Ctrl+C', async ({}, {
  parallelIndex,
}) => {
  const starter = asUser(parallelIndex).filter((word) => !word.startsWith('DISPLAY='));
  const app = new PackagedApp({ starter, program: 'nutgraf', slot: parallelIndex });
  const out = `${userFolder}/by-command`;
  const exported = await app.command('export', '--format', 'markdown', '--out', out, '--all');
  expect(exported.code).toBe(0);
  const files = exported.lines.map((line) => readFileSync(inside(String(line['path'])), 'utf8'));
  expect(files.filter((text) => text.includes(sentence))).toHaveLength(1);
  expect(await app.command('exprot')).toMatchObject({ code: 2, lines: [] });

  writeFileSync(inside(userFolder, 'short.md'), '# A short one\n\nIts words.\n');
  // Each takes about a second to read: the signal arrives long before the last.
  writeFileSync(inside(userFolder, 'long.md'), '[a](b'.repeat(150_000));
  const long = Array.from({ length: 40 }, () => `${userFolder}/long.md`);
  const stopped = await app.interrupted('import', `${userFolder}/short.md`, ...long);
  expect(stopped.code).toBe(130);
  expect(stopped.lines).toHaveLength(41);
  expect(stopped.lines.at(-1)).toMatchObject({ error: { code: 'not_read' } });
  expect(await headlines(app)).toContain('A short one');
});

test('apt removes the program, leaves the articles, and says where they are', async () => {
  const said = asRoot('apt-get', 'remove', '-q', '-y', 'nutgraf');
  expect(said).toContain('~/.local/share/nutgraf');
  expect(existsSync(inside('/usr/bin/nutgraf'))).toBe(false);
  expect(existsSync(inside(appFolder))).toBe(false);
  expect(existsSync(inside(userFolder, '.local/share/nutgraf/nutgraf.db'))).toBe(true);
});
