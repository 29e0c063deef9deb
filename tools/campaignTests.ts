import { runVitest } from './unitTests';
import { runWindowTests } from './windowTests';

/** Runs the campaigns: kills, damage, random stories. `campaignSize` says how many of each. */
export async function runCampaigns(): Promise<number> {
  const services = await runVitest('campaign', []);
  const windows = await runWindowTests('campaignWindow', []);
  return services === 0 ? windows : services;
}
