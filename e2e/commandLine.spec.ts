import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchOptions } from '../tools/display/launchOptions';
import { runNutgraf, runProgram } from './commandLine';
import { expect, test } from './fixtures';
import { newsPage } from './newsPage';
import { newArticle } from './storyEditor';

test('the command line imports, lists, shows, changes and exports, a JSON line each', async ({ folder }) => {
  const store = ['--store', path.join(folder, 'store')];
  const absent = path.join(folder, 'absent.txt');
  const pipe = path.join(folder, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  const imported = await runNutgraf([...store, 'import', pipe, newsPage.file, absent]);
  expect(imported).toMatchObject({ code: 1, complaints: '' });
  expect(imported.lines).toMatchObject([
    { file: pipe, error: { code: 'not_a_file' } },
    {
      headline: newsPage.headline,
      section: newsPage.section,
      hashtags: newsPage.hashtags.map((tag) => tag.replace(/^#|,$/gu, '')),
      adSlots: 1,
      crossheads: newsPage.crossheads.length,
    },
    { file: absent, error: { code: 'unreadable_file' } },
  ]);
  const id = String(imported.lines[1]?.['id']);

  await runNutgraf([...store, 'set', id, '--headline', 'Another headline']);
  await runNutgraf([...store, 'set', id, '--append-paragraph', 'A last paragraph.']);
  const [listed] = (await runNutgraf([...store, 'list'])).lines;
  expect(listed).toMatchObject({
    id,
    headline: 'Another headline',
    section: 'International',
    status: 'draft',
  });
  const [shown] = (await runNutgraf([...store, 'show', id])).lines;
  expect(shown).toMatchObject({ id, version: 3, body: { type: 'doc' } });

  const out = path.join(folder, 'out');
  const [exported] = (
    await runNutgraf([...store, 'export', '--format', 'markdown', '--out', out, '--id', id])
  ).lines;
  const written = await readFile(String(exported?.['path']), 'utf8');
  expect(Buffer.byteLength(written)).toBe(exported?.['bytes']);
  expect(written.endsWith('\n\nA last paragraph.\n')).toBe(true);
});

test('an interrupted import keeps what it has, and names each file that it did not read', async ({
  folder,
}) => {
  const store = ['--store', path.join(folder, 'store')];
  const [first, long] = [path.join(folder, 'first.md'), path.join(folder, 'long.md')];
  await writeFile(first, '# A story\n\nIts words.\n');
  // Each takes about a second to read: the signal arrives long before the last.
  await writeFile(long, '[a](b'.repeat(150_000));
  const files = [first, ...Array.from({ length: 40 }, () => long)];
  const stopped = await runNutgraf([...store, 'import', ...files], {}, (running) => running.kill('SIGINT'));
  const unread = stopped.lines.filter((line) => 'error' in line);
  expect(stopped.code).toBe(130);
  expect(stopped.lines).toHaveLength(files.length);
  expect(stopped.lines[0]).toMatchObject({ headline: 'A story' });
  expect(stopped.lines.at(-1)).toMatchObject({ file: long, error: { code: 'not_read' } });
  expect(stopped.complaints).toBe(
    `nutgraf: Stopped. Of 41 files, ${unread.length} were not read; what was imported is kept.\n`,
  );
  const { lines: kept } = await runNutgraf([...store, 'list']);
  expect(kept).toHaveLength(files.length - unread.length);
});

test('wrong usage of the command line prints the usage, nothing on stdout, and exits with 2', async () => {
  const ended = await runNutgraf(['destroy', '--everything']);
  expect(ended).toMatchObject({ code: 2, lines: [] });
  expect(ended.complaints).toContain('Usage: nutgraf');
});

test('the app itself answers the command line, opens no window and needs no display', async ({ folder }) => {
  const { executablePath, args, env } = launchOptions();
  const { DISPLAY: _, ...withoutDisplay } = env;
  const app = (...words: readonly string[]) =>
    runProgram(executablePath, [...args, `--store=${folder}`, ...words], { env: withoutDisplay });
  const story = path.join(folder, 'story.md');
  await writeFile(story, '# A story\n\nIts words.\n');
  const imported = await app('import', story, path.join(folder, 'absent.md'));
  expect(imported).toMatchObject({
    code: 1,
    lines: [{ headline: 'A story' }, { error: { code: 'unreadable_file' } }],
  });
  const out = path.join(folder, 'out');
  const exported = await app('export', '--format', 'markdown', '--out', out, '--all');
  expect(exported.code).toBe(0);
  expect(await readFile(String(exported.lines[0]?.['path']), 'utf8')).toContain('Its words.');
  const slip = await app('exprot');
  expect(slip).toMatchObject({ code: 2, lines: [] });
  expect(slip.complaints).toContain('There is no command “exprot”.');
});

test('the command line and the window write to one store at once, and nothing is lost', async ({
  nutgraf,
  folder,
}) => {
  const files = Array.from({ length: 6 }, (_, index) => path.join(folder, `${index}.md`));
  for (const [index, file] of files.entries()) await writeFile(file, `# Story ${index}\n\nIts words.\n`);
  await newArticle(nutgraf);
  const typing = nutgraf.window.keyboard.type('Typed while others import', { delay: 40 });
  const ended = await Promise.all(files.map((file) => runNutgraf(['--store', folder, 'import', file])));
  await typing;
  expect(ended.map(({ code }) => code)).toEqual(files.map(() => 0));
  await expect(nutgraf.window.locator('[data-saving=settled]')).toBeVisible();
  await expect(nutgraf.window.getByRole('listbox').getByRole('option')).toHaveCount(7);
  const { lines } = await runNutgraf(['--store', folder, 'list']);
  const headlines = lines.map((line) => String(line['headline'])).toSorted();
  expect(headlines).toEqual([...files.map((_, index) => `Story ${index}`), 'Typed while others import']);
});
