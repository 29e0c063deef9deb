import { runCampaigns } from './campaignTests';
import { runCmsTests } from './cmsTests';
import { runScript } from './project';

/** Runs the campaigns in full, including those against a real CMS. It takes hours. */
await runScript(async () => {
  process.env['NUTGRAF_CAMPAIGN'] = 'full';
  const own = await runCampaigns();
  const cms = await runCmsTests([]);
  return own === 0 ? cms : own;
});
