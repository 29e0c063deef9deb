import { Problem, runScript } from './project';
import { tallyOf } from './results';

/** Prints what failed, and the closing line of the whole check, for the folder of results given as argument. */
await runScript(([folder]) => {
  if (!folder) throw new Problem('Usage: tally.ts RESULTS');
  const { passed, failed, failures, notRun } = tallyOf(folder);
  for (const suite of notRun) process.stdout.write(`not run: ${suite}\n`);
  for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return Promise.resolve(failed === 0 ? 0 : 1);
});
