import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { second, secondRow, withSecondKind } from '#shared/domain/testing/secondKind';

withSecondKind();

/** The controls of a form, by label. */
const controls = (html: string): readonly string[] =>
  [...html.matchAll(/<label[^>]*>([^<]*)<\/label>/gu)].map(([, label]) => label ?? '');

test('the form of a new account asks for what the chosen kind asks for', async () => {
  const { AccountForm, CredentialInput } = await import('./AccountForm');
  const form = (kind: typeof second): string =>
    renderToStaticMarkup(
      createElement(AccountForm, { draft: { kind, url: '', fields: {} }, onChange: () => undefined }),
    );
  expect(controls(form('wordpress'))).toEqual(['System', 'Site', 'User']);
  expect(controls(form(second))).toEqual(['System', 'Site']);
  expect(form(second)).toMatch(/<option[^>]*>WordPress<\/option><option[^>]*>Second CMS<\/option>/u);
  const [field] = secondRow.credentials;
  if (field === undefined) throw new Error('the kind asks for nothing');
  const key = renderToStaticMarkup(
    createElement(CredentialInput, { field, value: '', onChange: () => undefined }),
  );
  expect(controls(key)).toEqual(['Admin API key']);
  expect(key).toContain('type="password"');
  expect(key).toContain('Made on the site under Integrations.');
});

test('an account is described by its kind and the values that are not secret', async () => {
  const { accountWords } = await import('#shared/domain/cmsKindWords');
  expect(accountWords({ kind: 'wordpress', fields: { user: 'editor' } })).toBe('WordPress · editor');
  expect(accountWords({ kind: second, fields: {} })).toBe('Second CMS');
});
