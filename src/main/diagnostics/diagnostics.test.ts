import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import { NO_POLICY } from '#shared/domain/policy';
import { openLog } from '../log';
import { createArticle, getArticle, saveArticle } from '../store/articles/articles';
import { createSection } from '../store/articles/sections';
import { ensureAccount } from '../store/cms/accounts';
import { changeSettings } from '../store/settings';
import { testFolder, testStore } from '../store/testing/testStore';
import { diagnostics } from './diagnostics';

const versions = { Nutgraf: '0.1.0', System: 'Linux 6.1 x64' };

/** A store in which everything that a person writes or names has the word. */
function storeOf(word: string) {
  const store = testStore();
  const section = createSection(store, { name: `${word} desk`, colour: '#112233', parentId: null });
  const { id } = createArticle(store, { headline: `${word} resigns`, sectionId: section.id });
  const { version } = getArticle(store, id);
  const text = [{ type: 'text', text: `The ${word} said so.` }];
  const body: Article['body'] = { type: 'doc', content: [{ type: 'paragraph', content: text }] };
  const patch = {
    standfirst: `About ${word}`,
    slug: word.toLowerCase(),
    byline: `${word} Writer`,
    body,
  };
  saveArticle(store, { id, baseVersion: version, patch });
  const url = `https://${word.toLowerCase()}.example`;
  ensureAccount(store, { kind: 'wordpress', url, fields: { user: word } }, `${word} Daily`);
  changeSettings(store, NO_POLICY, {
    set: {
      exportFolder: `/home/${word}/out`,
      importFolder: `/media/${word}`,
      keys: { [`${word}.command`]: 'F7', 'format.bold': 'CmdOrCtrl+G' },
    },
  });
  return store;
}

/** A log to which everything was reported that an error may say of what a person wrote. */
function logOf(word: string): string {
  const file = join(testFolder(), 'nutgraf.log');
  const report = openLog(file, () => Date.UTC(2026, 0, 15));
  report('export', Object.assign(new Error(`ENOSPC: no space left, write '/home/${word}/out/${word}.md'`)));
  report(
    'cms.send',
    new NutgrafError('site_refused', `${word} Daily refused it.`, `https://${word}.example`),
  );
  report('articles.save', new SyntaxError(`Unexpected token, "${word} resigns" is not valid JSON`));
  report('sync', new TypeError(`fetch failed: getaddrinfo ENOTFOUND ${word.toLowerCase()}.example`));
  report('policy', `${word}Error: ELECTION ${word}\n    at ${word} (${word}.ts:1:2)\n${word}`);
  report(
    'pictures',
    new Error(`one\n    at ${word} (/home/${word}/ab.js:1:2)\n2026-01-01T00:00:00Z ${word}: x`),
  );
  return readFileSync(file, 'utf8');
}

test('nothing that a person wrote or named is in the diagnostics, whatever an error repeated of it', () => {
  const word = 'Quillfeather';
  const log = logOf(word);
  expect(log.split(word).length).toBeGreaterThan(8);
  const told = diagnostics({ store: storeOf(word), policy: NO_POLICY, versions, log });
  expect(told.toLowerCase()).not.toContain(word.toLowerCase());
  expect(told).not.toContain('resigns');
  expect(told).not.toContain('ELECTION');
  expect(told).not.toContain('/home');
});

test('versions, settings, counts, and what failed where are in it', () => {
  const store = storeOf('Quillfeather');
  const policy = { defaults: {}, locked: { theme: 'dark' } } as const;
  const told = diagnostics({ store, policy, versions, log: logOf('Quillfeather') });
  for (const line of [
    '  Nutgraf: 0.1.0',
    '  theme: "dark"',
    '  exportFolder: one is chosen',
    '  keys: format.bold=CmdOrCtrl+G',
    '  locked: theme',
    '  articles, all: 1',
    '  sites, wordpress: 1',
    '2026-01-15T00:00:00.000Z export: Error ENOSPC',
    '2026-01-15T00:00:00.000Z cms.send: site_refused NutgrafError',
    '2026-01-15T00:00:00.000Z articles.save: SyntaxError',
    '2026-01-15T00:00:00.000Z sync: TypeError ENOTFOUND',
  ])
    expect(told.split('\n')).toContain(line);
  expect(told).toMatch(/^ {4}at logOf \(diagnostics\.test\.ts:\d+:\d+\)$/mu);
});
