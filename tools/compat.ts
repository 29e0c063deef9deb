import { runCompatTests } from './compatTests';
import { runScript } from './project';

/** Runs what shows that the app runs on the current Electron, too. Arguments go to vitest. */
await runScript(runCompatTests);
