import { _electron } from '@playwright/test';
import { heldUntilConnected, launchOptions } from '../tools/display/launchOptions';
import { expect, test } from './fixtures';
import { asPlainUser } from './plainUser';
import { statusOf } from './processes';

if (process.platform === 'linux') {
  // @electron: Electron’s own sandbox is looked at.
  test(
    'under a plain user the page runs in the sandbox',
    { tag: '@electron' },
    async ({ folder }, { parallelIndex }) => {
      const user = asPlainUser(launchOptions(parallelIndex), folder);
      const { args, ...options } = user.launch;
      // Without chromiumSandbox, Playwright itself would switch the sandbox off.
      const app = await _electron.launch({
        ...options,
        args: [...heldUntilConnected(), ...args, `--store=${folder}`],
        chromiumSandbox: true,
      });
      await (await app.firstWindow()).locator('#root > *').first().waitFor();
      const pids = await app.evaluate(({ BrowserWindow }) => {
        const pages = BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId());
        return { main: process.pid, pages };
      });
      await expect.poll(() => pids.pages.map((pid) => statusOf(pid, 'Seccomp'))).toEqual(['2']);
      expect(statusOf(pids.main, 'Uid')).not.toContain('\t0\t');
      await app.close();
      user.end();
    },
  );
}
