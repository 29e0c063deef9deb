import { runScript } from './project';
import { runWindowTests } from './windowTests';

/** Runs the tests that drive the app's window. Arguments go to Playwright. */
await runScript((args) => runWindowTests('e2e', args));
