import { withInstalledStage } from './installed/stage';
import { whereItCanRun } from './notHere';
import { runWindowTests } from './windowTests';

/** Makes the packages and runs the tests that install them in a clean Debian. Arguments go to Playwright. */
export const runInstalledTests = (args: readonly string[]): Promise<number> =>
  whereItCanRun('installed', 'the tests of the installed packages', () =>
    withInstalledStage((env) => runWindowTests('installed', args, env)),
  );
