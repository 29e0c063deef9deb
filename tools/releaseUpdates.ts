import path from 'node:path';
import { Problem, runScript, say } from './project';
import { projectVersion } from './release/releaseNotes';
import { privateKeyIn, writeUpdates } from './release/updates';

/** Writes and signs what a feed offers: the packages of this version, from all systems, in one folder. */
await runScript(async ([folder]) => {
  if (!folder) throw new Problem('Usage: npm run release:updates -- DIR');
  const privateKey = privateKeyIn(process.env);
  if (privateKey === null)
    throw new Problem('Give the key that signs the updates in NUTGRAF_UPDATE_PRIVATE_KEY.');
  const file = await writeUpdates({
    folder: path.resolve(folder),
    version: projectVersion(),
    privateKey,
    now: Date.now(),
  });
  say(`what the feed offers: ${file}`);
  return 0;
});
