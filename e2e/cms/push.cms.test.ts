import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandLine, type Ended, runNutgraf } from '../commandLine';
import { wordpressSite } from './site';

const site = wordpressSite();
const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-push-'));
const store = path.join(folder, 'store');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const story = `---
section: Culture
hashtags: [${Array.from({ length: 24 }, (_, index) => `tag${index + 1}`).join(', ')}]
---
# A hall is found

The choir moves in on Monday.
`;

async function importStory(): Promise<string> {
  const file = path.join(folder, 'story.md');
  writeFileSync(file, story);
  const [imported] = await commandLine(store, 'import', file);
  return String(imported?.['id']);
}

function push(id: string, url = site.url(), password = site.user('editor').password): Promise<Ended> {
  const { login } = site.user('editor');
  const words = ['--store', store, 'push', id, '--kind', 'wordpress', '--url', url, '--user', login];
  return runNutgraf(words, { NUTGRAF_CMS_PASSWORD: password });
}

test('the command line creates a post, updates that post, and never writes over what changed there', async () => {
  const id = await importStory();
  const created = await push(id);
  expect(created).toMatchObject({ code: 0, complaints: '', lines: [{ id, outcome: 'created' }] });
  const remoteId = String(created.lines[0]?.['remoteId']);
  const post = await site.post(remoteId);
  expect(post.tags).toHaveLength(24);
  expect(await site.names('categories', post.categories)).toEqual(['Culture']);

  expect(await push(id)).toMatchObject({ code: 0, lines: [{ remoteId, outcome: 'unchanged' }] });
  await commandLine(store, 'set', id, '--headline', 'A hall is found at last');
  expect(await push(id)).toMatchObject({ code: 0, lines: [{ remoteId, outcome: 'updated' }] });

  await site.ask('POST', `posts/${remoteId}`, { content: '<p>Changed on the site.</p>' });
  await commandLine(store, 'set', id, '--append-paragraph', 'Changed here.');
  const conflict = await push(id);
  expect(conflict).toMatchObject({ code: 3, lines: [{ remoteId, outcome: 'conflict' }] });
  expect(JSON.stringify(conflict.lines[0]?.['detail'])).toContain('Changed on the site.');
  expect((await site.post(remoteId)).content.raw).toBe('<p>Changed on the site.</p>');
  expect(await site.titled('A hall is found')).toHaveLength(1);
});

test('what gets no answer waits, and a wrong password is reported', async () => {
  const id = await importStory();
  expect(await push(id, 'http://127.0.0.1:9')).toMatchObject({ code: 4, lines: [{ outcome: 'queued' }] });
  const refused = await push(id, site.url(), 'wrong password');
  expect(refused).toMatchObject({ code: 1, lines: [{ id, error: { code: 'cms_sign_in' } }] });
});
