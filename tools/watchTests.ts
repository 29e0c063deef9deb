import { runScript } from './project';
import { runVitest } from './unitTests';

/** Runs the unit tests that each change touches, until stopped. Arguments go to vitest. */
await runScript((args) => runVitest('unit', args, 'watch'));
