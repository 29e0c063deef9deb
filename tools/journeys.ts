import { runScript } from './project';
import { runWindowTests } from './windowTests';

/** Runs the main journeys in real windows. Arguments go to Playwright. */
await runScript((args) => runWindowTests('journeys', args));
