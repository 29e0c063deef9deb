import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../build';
import { hasProgram, runChild } from '../child';
import { launchEnvironment } from '../display/launchOptions';
import { withPrivateScreens } from '../display/screen';
import { ensureToolsHere } from '../notHere';
import { inProject, packageScript } from '../project';

/** As many as Playwright has workers: see playwright.config.ts. */
const screens = 2;

/**
 * Runs window tests on the built app under this Node, in the machine's Chromium: over a module of ours in place of
 * Electron, with the real preload and policy. `folder` is a copy of the project whose packages fit that Node. Tests
 * tagged `@electron` need the real one, and are left out, each with its reason beside it. `files` are those of the
 * specs; none means all.
 *
 * @throws NotHere where there is no Chromium, and it cannot be installed
 */
export async function runStandInTests(
  node: string,
  folder: string,
  files: readonly string[],
): Promise<number> {
  if (!['chromium', 'setpriv'].every(hasProgram))
    await ensureToolsHere({
      what: 'the engine of the current Electron',
      packages: ['chromium', 'util-linux'],
    });
  await ensureBuilt('app');
  cpSync(inProject('out'), path.join(folder, 'out'), { recursive: true });
  const executable = standIn(node, folder);
  const which = ['--project=journeys', '--project=windows', '--grep-invert=@electron', ...files];
  const playwright = [packageScript('@playwright/test/cli.js'), 'test', ...which];
  return withPrivateScreens(screens, (made) =>
    runChild(process.execPath, playwright, {
      env: {
        ...launchEnvironment(executable, [], made),
        NUTGRAF_APP: folder,
        NUTGRAF_SUITE: 'compatWindow',
      },
    }),
  );
}

/** A program that is started as Electron is. */
function standIn(node: string, folder: string): string {
  const program = path.join(folder, 'electron');
  const boot = inProject('tools', 'compat', 'standIn', 'boot.ts');
  const script = `#!/bin/sh
if [ -n "$ELECTRON_RUN_AS_NODE" ]; then exec "${node}" "$@"; fi
exec "${node}" --disable-warning=ExperimentalWarning "${boot}" "$@"
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  return program;
}
