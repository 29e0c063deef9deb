import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cmsKindIds, cmsKindRow } from '#shared/domain/cmsKindWords';
import { adapters } from './adapters';
import { adapterFor } from './adapterFor';
import { notKept } from './deliver/once';

const source = path.join(import.meta.dirname, '../..');

/**
 * Where a kind may be named: its own folder, its row and its line, a node that says how it is written there, what was
 * released, and tests.
 */
const mayName = (kind: string): RegExp =>
  new RegExp(
    `^main/cms/adapters/${kind}/|^main/cms/adapters/index\\.ts$|^shared/domain/cmsKinds\\.ts$|^shared/document/(?:nodes|cms)/|^shared/document/documentNode\\.ts$|/migrations/|\\.test\\.tsx?$|/testing/`,
    'u',
  );

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:tsx?|css|html)$/u.test(file));

describe.each(cmsKindIds)('%s', (kind) => {
  const row = cmsKindRow(kind);

  test('is named nowhere but in its folder, its row and its line', () => {
    const named = files
      .filter((file) => !mayName(kind).test(file))
      .filter((file) =>
        readFileSync(path.join(source, file), 'utf8').toLowerCase().includes(row.name.toLowerCase()),
      );
    expect(named).toEqual([]);
  });

  test('asks for things of different names, one of them a secret', () => {
    const keys = row.credentials.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      keys.filter((key) => !/^[a-z]+$/u.test(key) || ['kind', 'url', 'override', 'store'].includes(key)),
    ).toEqual([]);
    expect(row.credentials.filter(({ secret }) => secret)).toHaveLength(1);
  });

  test('has the calls that its abilities need, and no other of these', async () => {
    const connection = { fetch, now: Date.now, sentOnce: notKept };
    const adapter = await adapterFor({ kind, url: 'https://example.org', fields: {} }, '', connection);
    expect('revisionsBetween' in adapter).toBe(row.can.revisions);
    expect('names' in adapter).toBe(row.can.tagsById);
  });
});

test('every kind of the table has an adapter', () => {
  expect(Object.keys(adapters)).toEqual(cmsKindIds);
});
