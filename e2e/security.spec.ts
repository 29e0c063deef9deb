import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NutgrafApp, expect, test } from './fixtures';

/** A web server on this computer that records its requests: whatever reaches it has left the app. */
const outside = test.extend<{ readonly site: { readonly url: string; readonly hits: readonly string[] } }>({
  site: async ({}, hand) => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('<title>outside</title>');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await hand({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hits });
    server.close();
  },
});

test('the page has nothing of Node or Electron', async ({ nutgraf }) => {
  const found = await nutgraf.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

// Playwright's own evaluation is exempt from the content policy; what a timer runs is not.
test('no text becomes code: eval, inline scripts, handlers and markup are refused', async ({ nutgraf }) => {
  const outcome = await nutgraf.window.evaluate(async () => {
    const later = (attempt: () => unknown): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(`ran: ${String(attempt())}`);
          } catch (thrown) {
            resolve(thrown instanceof Error ? thrown.name : String(thrown));
          }
        });
      });
    const inline = (element: HTMLElement): void => {
      document.body.append(element);
      element.click();
      element.remove();
    };
    const evaluated = await later(() => Reflect.construct(Function, ['return 1']));
    const markup = await later(() => {
      document.createElement('div').innerHTML = '<b>text</b>';
    });
    await later(() => {
      const script = document.createElement('script');
      script.append('globalThis.inlineScript = true');
      inline(script);
    });
    await later(() => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.inlineHandler = true');
      inline(button);
    });
    return {
      evaluated,
      markup,
      inline: ['inlineScript', 'inlineHandler'].filter((name) => name in globalThis),
    };
  });
  expect(outcome).toEqual({ evaluated: 'EvalError', markup: 'TypeError', inline: [] });
});

// @electron: asks of Electron’s own network.
outside(
  'nothing leaves the machine: fetch, images, scripts, frames, sockets',
  { tag: '@electron' },
  async ({ nutgraf, site }) => {
    // Only what was refused is known not to come later.
    const refused = await nutgraf.window.evaluateHandle(() => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        directives.push(effectiveDirective);
      });
      return directives;
    });
    const fetched = await nutgraf.window.evaluate((url) => {
      document.body.append(
        Object.assign(new Image(), { src: `${url}/image.png` }),
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style.css` }),
        Object.assign(document.createElement('iframe'), { src: `${url}/frame` }),
      );
      navigator.sendBeacon(`${url}/beacon`, 'text');
      return fetch(`${url}/fetch`).then(
        () => 'fetched',
        () => 'refused',
      );
    }, site.url);
    expect(fetched).toBe('refused');
    await expect
      .poll(() => refused.evaluate((directives) => directives.toSorted()))
      .toEqual(['connect-src', 'connect-src', 'frame-src', 'img-src', 'style-src-elem']);
    // Behind the content policy, the session refuses too: as code without a policy would find.
    const cancelled = await nutgraf.app.evaluate(async ({ BrowserWindow, session }, url) => {
      const window = new BrowserWindow({ show: false, webPreferences: { session: session.defaultSession } });
      const outcome = await window.loadURL(`${url}/window`).then(
        () => 'loaded',
        () => 'refused',
      );
      window.destroy();
      return outcome;
    }, site.url);
    expect(cancelled).toBe('refused');
    expect(site.hits).toEqual([]);
  },
);

// @electron: Electron alone stops a page before it leaves.
outside(
  'the window stays on its page, and opens no other',
  { tag: '@electron' },
  async ({ nutgraf, site }) => {
    await nutgraf.app.evaluate(({ BrowserWindow, dialog, shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
      const stopped: string[] = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
        if (defaultPrevented) stopped.push(url);
      });
      Object.assign(globalThis, { stopped });
    });
    const kept = (what: 'opened' | 'stopped') =>
      nutgraf.app.evaluate(
        (_, name) => (globalThis as unknown as Record<string, readonly string[]>)[name],
        what,
      );
    const elsewhere = [`${site.url}/assign`, 'app://nutgraf/assets/none.html'];
    for (const [index, address] of elsewhere.entries()) {
      await nutgraf.window.evaluate((url) => location.assign(url), address);
      await expect.poll(() => kept('stopped')).toEqual(elsewhere.slice(0, index + 1));
    }
    const opened = await nutgraf.window.evaluate(() => {
      const addresses = [
        'https://example.org/a',
        'mailto:desk@example.org',
        'file:///etc/passwd',
        'app://nutgraf/x',
      ];
      return addresses.map((address) => window.open(address));
    });
    expect(opened).toEqual([null, null, null, null]);
    await expect.poll(() => kept('opened')).toEqual(['https://example.org/a', 'mailto:desk%40example.org']);
    expect(nutgraf.window.url()).toBe('app://nutgraf/index.html?language=en');
    expect(nutgraf.app.windows()).toHaveLength(1);
    expect(site.hits).toEqual([]);
  },
);

test('an address that is neither a web nor a mail address is not opened', async ({ nutgraf }) => {
  const outcome = await nutgraf.window.evaluate(() =>
    window.nutgraf.app.openExternal({ url: 'file:///etc/passwd' }),
  );
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'bad_address' } });
});

test('an address is shown before it is opened, and opened only when the user agrees', async ({ nutgraf }) => {
  await nutgraf.app.evaluate(({ dialog, shell }) => {
    const [shown, opened]: [string[], string[]] = [[], []];
    Object.assign(globalThis, { shown, opened, answer: 1 });
    const ask = (...asked: readonly unknown[]) => {
      const { message, detail } = asked.at(-1) as { readonly message: string; readonly detail: string };
      shown.push(`${message} ${detail}`);
      const { answer } = globalThis as unknown as { readonly answer: number };
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
    dialog.showMessageBox = ask;
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  const open = (url: string) =>
    nutgraf.window.evaluate((one) => window.nutgraf.app.openExternal({ url: one }), url);
  const told = (what: 'shown' | 'opened') =>
    nutgraf.app.evaluate(
      (_, name) => (globalThis as unknown as Record<string, readonly string[]>)[name],
      what,
    );
  await open('https://bücher.example/a?b=1');
  expect(await told('shown')).toEqual([
    'Open xn--bcher-kva.example in your browser? https://xn--bcher-kva.example/a?b=1',
  ]);
  expect(await told('opened')).toEqual([]);
  await nutgraf.app.evaluate(() => Object.assign(globalThis, { answer: 0 }));
  await open('mailto:desk@example.org?subject=Hello&attach=/etc/passwd');
  expect(await told('opened')).toEqual(['mailto:desk%40example.org?subject=Hello']);
});

// @electron: looks at the scheme `app:`, which Electron alone has.
test(
  'an address in the environment is not used as the interface',
  { tag: '@electron' },
  async ({ nutgraf, folder }, { parallelIndex }) => {
    await nutgraf.end();
    const env = { ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/' };
    const again = new NutgrafApp(folder, parallelIndex, { env });
    await again.launch();
    expect(again.window.url()).toBe('app://nutgraf/index.html?language=en');
    await again.end();
  },
);

// @electron: Electron alone asks the app.
test('every permission is denied', { tag: '@electron' }, async ({ nutgraf }) => {
  const states = await nutgraf.window.evaluate(async () => {
    const asked = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
    ] as PermissionName[];
    const answers = await Promise.all(asked.map((name) => navigator.permissions.query({ name })));
    const notification = await Notification.requestPermission();
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return [...answers.map(({ state }) => state), notification, media];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

// @electron: Electron alone asks the app.
test('a download is refused', { tag: '@electron' }, async ({ nutgraf }) => {
  const ear = await nutgraf.app.evaluateHandle(({ session }) => ({
    refused: new Promise<boolean>((resolve) => {
      session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented));
    }),
  }));
  await nutgraf.window.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['text']));
    Object.assign(document.createElement('a'), { href, download: 'text.txt' }).click();
  });
  expect(await ear.evaluate(({ refused }) => refused)).toBe(true);
});

test('only the interface and known images are served, each with the policy', async ({ nutgraf }) => {
  const answers = await nutgraf.window.evaluate(async () => {
    const paths = [
      '/index.html',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/index.js',
      `/asset/${'0'.repeat(64)}`,
    ];
    const responses = await Promise.all(paths.map((path) => fetch(path)));
    return responses.map(({ status, headers }) => ({
      status,
      guarded: headers.get('content-security-policy')?.includes("default-src 'none'"),
      sniffed: headers.get('x-content-type-options'),
    }));
  });
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404]);
  for (const answer of answers) expect(answer).toMatchObject({ guarded: true, sniffed: 'nosniff' });
});
