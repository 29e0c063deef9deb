import { afterEach, expect, test, vi } from 'vitest';
import { refusals } from '#shared/contract/define';

/** The bridge keeps the window that it was loaded in: the next file gets another. */
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What a person is told in German of a call that came to this failure. */
async function told(failure: { readonly code: string; readonly message: string }): Promise<string> {
  const settings = () => Promise.resolve({ ok: false, failure });
  vi.resetModules();
  vi.stubGlobal('window', { nutgraf: { app: { settings } } });
  const { speakLanguage } = await import('#shared/language/speakLanguage');
  await speakLanguage('de');
  const { bridge } = await import('./bridge');
  return bridge.app.settings().then(
    () => 'nothing',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
}

test('what the preload refuses without a word is said in the language of the window', async () => {
  expect(await told({ code: refusals.tooLarge, message: '' })).toMatch(
    /^Das ist mehr, als Nutgraf auf einmal/u,
  );
  expect(await told({ code: refusals.notPassed, message: '' })).toMatch(/^In Nutgraf selbst ist etwas/u);
});

test('what main refuses is said as main says it', async () => {
  expect(await told({ code: 'bad_request', message: 'Das geht nicht.' })).toBe('Das geht nicht.');
});
