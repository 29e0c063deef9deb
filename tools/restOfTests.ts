import { runCampaigns } from './campaignTests';
import { runCmsTests } from './cmsTests';
import { runScript } from './project';
import { runWindowTests } from './windowTests';

/** Runs what `npm test` leaves out: every other window test, the campaigns in small numbers, the tests with a CMS. */
await runScript(async () => {
  const codes = [await runWindowTests('windows', []), await runCampaigns(), await runCmsTests([])];
  return codes.find((code) => code !== 0) ?? 0;
});
