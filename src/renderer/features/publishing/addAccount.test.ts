import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { parseHTML } from 'linkedom';
import { type ComponentProps, type ReactNode, act, createElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { second, withSecondKind } from '#shared/domain/testing/secondKind';
import type { AccountForm } from './AccountForm';
import type { SignInDialog } from './SignInDialog';

withSecondKind();

/** What the dialog gave its parts to draw last. */
interface Drawn {
  readonly form: ComponentProps<typeof AccountForm>;
  readonly dialog: ComponentProps<typeof SignInDialog>;
}

const drawn: { -readonly [Part in keyof Drawn]?: Drawn[Part] } = {};

function now(): Drawn {
  const { form, dialog } = drawn;
  if (!form || !dialog) throw new Error('nothing is drawn');
  return { form, dialog };
}

const answers: ((answer: unknown) => void)[] = [];
const refusal = { ok: false, failure: { code: 'private_address', message: 'It is on a private network.' } };

beforeEach(() => {
  const { window, document } = parseHTML('<html><body></body></html>');
  const cms = {
    keyring: () => Promise.resolve({ ok: true, value: { state: 'usable' } }),
    addAccount: () => new Promise((resolve) => answers.push(resolve)),
  };
  vi.stubGlobal('window', Object.assign(window, { nutgraf: { on: () => () => undefined, cms } }));
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { userAgent: '' });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.doMock('./AccountForm', () => ({
    AccountForm: (props: Drawn['form']) => {
      drawn.form = props;
      return null;
    },
  }));
  vi.doMock('./SignInDialog', () => ({
    SignInDialog: (props: Drawn['dialog']): ReactNode => {
      drawn.dialog = props;
      return props.children;
    },
  }));
});

afterEach(() => {
  vi.doUnmock('./AccountForm');
  vi.doUnmock('./SignInDialog');
  vi.unstubAllGlobals();
});

/** Does something, and lets its effects happen. */
const doing = (run: () => void): Promise<void> =>
  act(() => {
    run();
    return Promise.resolve();
  });

test('another kind of site is asked for with nothing that was typed, said or allowed for the one before', async () => {
  const { createRoot } = await import('react-dom/client');
  const { AddAccountDialog } = await import('./AddAccountDialog');
  const root = createRoot(document.body);
  const dialog = createElement(AddAccountDialog, { onClose: () => undefined });
  await doing(() => root.render(createElement(QueryClientProvider, { client: new QueryClient() }, dialog)));
  const choose = (kind: typeof second) => doing(() => now().form.onChange({ ...now().form.draft, kind }));
  const submit = () => doing(() => void now().dialog.onSubmit());
  const refuse = () => doing(() => answers.shift()?.(refusal));

  await doing(() => now().dialog.signIn.setSecret('a secret'));
  await submit();
  await refuse();
  expect(now().dialog.signIn).toMatchObject({ secret: 'a secret', problem: refusal.failure.message });
  expect(now().form.children).not.toBe(false);
  await doing(() => now().form.onChange({ ...now().form.draft, url: 'https://news.example' }));
  expect(now().dialog.signIn).toMatchObject({ secret: 'a secret', problem: refusal.failure.message });

  await choose(second);
  expect(now().dialog.signIn).toMatchObject({ secret: '', problem: null, code: null });
  expect(now().form.children).toBe(false);
  expect(now().form.draft.url).toBe('https://news.example');

  await submit();
  await choose('wordpress');
  await refuse();
  expect(now().dialog.signIn).toMatchObject({ busy: false, problem: null });
  await doing(() => root.unmount());
});
