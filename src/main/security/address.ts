/** The parsed address, or null. (`URL.parse` itself came with Node 22; the oldest Electron we run on has Node 20.) */
export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
