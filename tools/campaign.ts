import { runCampaigns } from './campaignTests';
import { runCmsTests } from './cmsTests';
import { runCompatWindows } from './compatTests';
import { runScript } from './project';

/**
 * Runs the campaigns in full, including those against a real CMS, and every window test that can be run in the current
 * Electron's engine. It takes hours.
 */
await runScript(async () => {
  process.env['NUTGRAF_CAMPAIGN'] = 'full';
  const own = await runCampaigns();
  const cms = await runCmsTests([]);
  const compat = await runCompatWindows([]);
  return Math.max(own, cms, compat);
});
