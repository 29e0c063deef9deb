import { runInstalledTests } from './installedTests';
import { runScript } from './project';

/** Runs the tests of the installed packages. Arguments go to Playwright. */
await runScript(runInstalledTests);
