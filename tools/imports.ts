import { readFileSync } from 'node:fs';
import { cruiseImports } from './importLaw/cruise';
import { lawOf } from './importLaw/rules';
import { inProject, projectFolder, runScript } from './project';

/** Fails on every import against the law of ARCHITECTURE.md, and on every import circle. */
await runScript(async () => {
  const rooms = lawOf(readFileSync(inProject('ARCHITECTURE.md'), 'utf8'));
  const { output, exitCode } = await cruiseImports(projectFolder, rooms, 'err-long');
  process.stdout.write(output as string);
  return exitCode === 0 ? 0 : 1;
});
