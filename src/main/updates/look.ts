import type { UpdateChannel } from '#shared/domain/updateChannel';
import { heard, newestOf, refuseStale } from './choose';
import { type UpdateFeed, readFeed } from './feed';
import type { UpdateManifest } from './manifest';
import { type Memory, readMemory, remember } from './memory';

interface Looking {
  readonly fetch: typeof fetch;
  readonly feed: UpdateFeed;
  readonly channel: UpdateChannel;
  /** The running version. */
  readonly version: string;
  /** Where {@link Memory} is kept. */
  readonly memoryFile: string;
  readonly now: () => number;
}

/**
 * Asks the feed what is new for somebody on a channel; null where nothing is.
 *
 * @throws NutgrafError with one of the codes of `refusals`
 */
export async function look({
  fetch,
  feed,
  channel,
  version,
  memoryFile,
  now,
}: Looking): Promise<UpdateManifest | null> {
  const answers = await Promise.all(heard[channel].map((one) => readFeed({ fetch, feed }, one)));
  const offered = answers.filter((manifest) => manifest !== null);
  const { serials } = readMemory(memoryFile);
  for (const manifest of offered) refuseStale(manifest, serials, now());
  const shown: Memory['serials'] = Object.fromEntries(offered.map(({ channel: of, serial }) => [of, serial]));
  remember(memoryFile, { serials: { ...serials, ...shown }, lookedAt: now() });
  return newestOf(offered, version);
}
