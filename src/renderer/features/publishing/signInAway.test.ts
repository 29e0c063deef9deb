import { QueryClientProvider } from '@tanstack/react-query';
import { parseHTML } from 'linkedom';
import { act, createElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CmsAccountRow } from '#shared/domain/cmsAccount';

const account: CmsAccountRow = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  kind: 'wordpress',
  name: 'News',
  url: 'https://news.example',
  fields: { user: 'desk' },
  createdAt: 0,
  secret: 'keyring',
};

let answer: (answer: unknown) => void;
let asked: unknown[];

/** The bridge keeps the window that it was loaded in. */
beforeEach(() => {
  vi.resetModules();
  const { window, document } = parseHTML('<html><body></body></html>');
  asked = [];
  const cms = {
    keyring: () => new Promise((resolve) => (answer = resolve)),
    enterSecret: async (request: unknown) => {
      asked.push(request);
      return { ok: false, failure: { code: 'keyring_away', message: 'Refused.' } };
    },
  };
  vi.stubGlobal('window', Object.assign(window, { nutgraf: { on: () => () => undefined, cms } }));
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { userAgent: '' });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.doMock('#renderer/ui/Dialog', () => ({
    Dialog: ({ children }: { readonly children: React.ReactNode }) => children,
  }));
});

afterEach(() => {
  vi.doUnmock('#renderer/ui/Dialog');
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Does something, and lets its effects happen. */
const doing = (run: () => void): Promise<void> =>
  act(() => {
    run();
    return Promise.resolve();
  });

const shows = (text: string): Promise<void> =>
  act(() => vi.waitFor(() => expect(document.body.textContent).toContain(text)));

/** The dialog for an account's password, drawn. */
async function drawn() {
  const { createRoot } = await import('react-dom/client');
  const { createQueryClient } = await import('#renderer/base/queries/liveQueries');
  const { SecretDialog } = await import('./SecretDialog');
  const root = createRoot(document.body);
  const dialog = createElement(SecretDialog, {
    account,
    onClose: () => undefined,
    onEntered: () => undefined,
  });
  await doing(() => root.render(createElement(QueryClientProvider, { client: createQueryClient() }, dialog)));
  /** What main was asked for. */
  const submit = async (): Promise<unknown[]> => {
    await doing(
      () =>
        void document
          .querySelector('form')
          ?.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true })),
    );
    await act(() => vi.waitUntil(() => asked.length > 0));
    return asked;
  };
  return { submit, end: () => doing(() => root.unmount()) };
}

test('before the keyring has answered a password is still sent to be remembered, and the dialog says what it waits for', async () => {
  const { submit, end } = await drawn();
  await shows('Asking the system keyring.');
  expect(await submit()).toMatchObject([{ remember: true }]);
  await end();
});

test.each([
  ['is locked', { ok: true, value: { state: 'away' } }],
  ['fails', { ok: false, failure: { code: 'internal', message: 'Something went wrong.' } }],
])(
  'while the keyring %s a password is still sent to be remembered, and the dialog says so',
  async (_, found) => {
    const { submit, end } = await drawn();
    await doing(() => answer(found));
    await shows('The system keyring does not answer.');
    expect(await submit()).toMatchObject([{ remember: true }]);
    await end();
  },
);

test('where there surely is no keyring a password is for the session', async () => {
  const { submit, end } = await drawn();
  await doing(() => answer({ ok: true, value: { state: 'none' } }));
  await shows('This system has no keyring');
  expect(await submit()).toMatchObject([{ remember: false }]);
  await end();
});
