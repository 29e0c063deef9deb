import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { ensureBuilt } from './build';
import { heldUntilConnected, launchEnvironment, launchOptions } from './display/launchOptions';
import { inProject, runScript } from './project';
import { asNode, readyRuntime } from './runtime/readyRuntime';
import type { Runtime } from './runtime/runtime';
import { sandboxSwitches } from './display/sandbox';
import { withPrivateScreens } from './display/screen';

const storyFolder = inProject('tools', 'screenshot');
const picture = inProject('resources', 'screenshot.png');
const size = { width: 1440, height: 900 };

/** Takes the README's picture from the running app, on a separate store with the stories beside this file. */
await runScript(async () => {
  const runtime = await readyRuntime('privateWindows');
  const switches = sandboxSwitches(runtime.executable);
  await ensureBuilt('app');
  const store = mkdtempSync(path.join(tmpdir(), 'nutgraf-screenshot-'));
  try {
    fillStore(runtime, store);
    return await withPrivateScreens(1, async (screens) => {
      await takePicture(store, launchEnvironment(runtime, switches, screens));
      return 0;
    });
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
});

/** The night train comes last, so that it is first in the list. */
function fillStore(runtime: Runtime, store: string): void {
  const names = readdirSync(storyFolder).toSorted(
    (a, b) => Number(a.startsWith('night')) - Number(b.startsWith('night')),
  );
  const files = names.map((name) => path.join(storyFolder, name));
  const cli = inProject('out', 'main', 'cli.js');
  execFileSync(runtime.executable, [cli, '--store', store, 'import', ...files], { env: asNode(runtime) });
}

async function takePicture(store: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const { args, ...options } = launchOptions(0, environment);
  const app = await _electron.launch({
    ...options,
    args: [...heldUntilConnected(), ...args, `--store=${store}`],
  });
  try {
    const window = await app.firstWindow();
    // Not sooner: what main is asked before it has run its own modules may never be answered.
    await app.evaluate(({ BrowserWindow, nativeTheme }, { width, height }) => {
      nativeTheme.themeSource = 'light';
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await openStory(window);
    await window.screenshot({ path: picture });
  } finally {
    await app.close();
  }
}

async function openStory(window: Page): Promise<void> {
  await window.getByText('The night train that nobody wanted').first().click();
  await window.getByRole('tab', { name: 'Ads' }).click();
  await window.getByText('Eleven years on notice').click();
  await window.evaluate('document.fonts.ready.then(() => null)');
}
