import { toFailure } from '#shared/domain/failure';
import type { OfferedFile } from '../manifest';
import { prepare } from '../prepare';

/** Prepares version 0.2.0 and prints the code of what stood in the way, or `done`. Arguments: folder, address, package as JSON. */
const [folder = '', address = '', offered = '{}'] = process.argv.slice(2);
const outcome = await prepare({
  place: { folder, app: 'app-0.1.0' },
  version: '0.2.0',
  offered: JSON.parse(offered) as OfferedFile,
  address,
  fetch,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onArrived: () => undefined,
}).then(
  () => 'done',
  (thrown: unknown) => toFailure(thrown).code,
);
process.stdout.write(`${outcome}\n`);
