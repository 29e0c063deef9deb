import { readFileSync } from 'node:fs';
import { inProject, Problem, runScript } from './project';
import { projectVersion, releaseNotes } from './release/releaseNotes';

/** Prints what is new in the version that a tag is for; refuses a tag of another version. */
await runScript(([tag]) => {
  if (!tag) throw new Problem('Usage: npm run release:notes -- TAG');
  const changelog = readFileSync(inProject('CHANGELOG.md'), 'utf8');
  process.stdout.write(`${releaseNotes(tag, projectVersion(), changelog)}\n`);
  return Promise.resolve(0);
});
