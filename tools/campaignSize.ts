/**
 * How many rounds a campaign takes (kills, damage, site faults, random stories): `small` in `npm run test:all`,
 * `full` in `npm run campaign`.
 */
export function campaignSize(small: number, full: number): number {
  return process.env['NUTGRAF_CAMPAIGN'] === 'full' ? full : small;
}
