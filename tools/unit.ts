import { runScript } from './project';
import { runVitest } from './unitTests';

/** Runs the unit tests. Arguments go to vitest. */
await runScript((args) => runVitest('unit', args));
