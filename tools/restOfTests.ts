import { runCampaigns } from './campaignTests';
import { runCmsTests } from './cmsTests';
import { runCompatTests } from './compatTests';
import { runInstalledTests } from './installedTests';
import { checkInstaller } from './package/windows/installerCheck';
import { Problem, runScript, say } from './project';
import { runWindowTests } from './windowTests';

const suites: readonly (() => Promise<number>)[] = [
  () => runWindowTests('windows', []),
  runCampaigns,
  () => runCmsTests([]),
  checkInstaller,
  () => runInstalledTests([]),
  () => runCompatTests([]),
];

/**
 * Runs what `npm test` leaves out: every other window test, the campaigns in small numbers, the tests with a CMS, the
 * installer's script, the installed packages, what shows that the app runs on the current Electron. One that cannot even
 * begin does not keep the others from running.
 */
await runScript(async () => {
  let worst = 0;
  for (const run of suites) worst = Math.max(worst, await run().catch(toldCode));
  return worst;
});

function toldCode(thrown: unknown): number {
  say(thrown instanceof Problem ? thrown.message : String(thrown instanceof Error ? thrown.stack : thrown));
  return 1;
}
