import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaignSize } from '../../../../tools/campaignSize';
import { closeStore, databaseFile } from '../opening/database';
import { openSafely } from './openSafely';
import { type BackedUpStore, damagedCopy, killedStore, versionsIn } from '../testing/damage';
import { everyDamage, runMatrix } from '../testing/damageMatrix';
import { overwrite, readByte } from '../testing/spoil';
import { testClock } from '../testing/testStore';

/** Of all 1,296 states of the files, every n-th is tried; a full campaign tries all of them. */
const STEP = campaignSize(13, 1);
const ROUNDS = campaignSize(1, 3);

test('whatever states its files are in, a store opens, with all that can be read, and tells what is missing', () => {
  const killed = killedStore();
  for (let round = 0; round < ROUNDS; round += 1) {
    const damages = [...everyDamage()].filter((_, index) => (index + round) % STEP === 0);
    const { cells, keptOut, lost, untold, untrue } = runMatrix(killed, damages, 1000 * (round + 1));
    process.stdout.write(
      `damage: ${cells} states, lost ${lost.length}, untold ${untold.length}, kept out ${keptOut.length}, untrue ${untrue.length}\n`,
    );
    expect({ keptOut, lost, untold, untrue }).toEqual({ keptOut: [], lost: [], untold: [], untrue: [] });
  }
});

const HEADER = 100;
/** What a byte can turn into: one bit flipped, all flipped, or zero. */
const wrongs: readonly ((byte: number) => number)[] = [
  (byte) => byte ^ 0x01,
  (byte) => byte ^ 0x80,
  (byte) => byte ^ 0xff,
  () => 0,
  () => 0xff,
];
const EACH = campaignSize(17, 1);

/** Opens a copy with one wrong byte in the database's header; what went wrong, or null. */
function headerFault(
  killed: BackedUpStore,
  log: 'good' | 'missing',
  at: number,
  wrong: number,
): string | null {
  const folder = damagedCopy(killed, { database: 'good', log, backups: 'good', lock: 'good' }, at);
  if (log === 'missing') rmSync(`${databaseFile(folder)}-shm`, { force: true });
  const before = readByte(databaseFile(folder), at);
  const byte = wrongs[wrong]?.(before) ?? before;
  overwrite(databaseFile(folder), at, Buffer.from([byte]));
  const name = `byte ${at} ${before} -> ${byte}, log ${log}`;
  try {
    const { store } = openSafely(folder, testClock(killed.savedAt));
    const found = versionsIn(store, killed.saved.keys());
    closeStore(store);
    const expected = [...killed.saved].filter(([id]) => log === 'good' || id !== killed.last);
    const second = killed.backedUp[1];
    const lost = expected.filter(
      ([id, version]) => (found.get(id) ?? 0) < (log === 'missing' && id === second ? version - 1 : version),
    );
    return lost.length === 0 ? null : `${name}: ${lost.length} lost`;
  } catch (thrown) {
    return `${name}: kept out, ${String(thrown)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('whichever byte of the header is wrong, a store opens with all that it held', () => {
  const killed = killedStore();
  const faults: string[] = [];
  let cells = 0;
  for (const log of ['good', 'missing'] as const)
    for (let at = 0; at < HEADER; at += 1)
      for (const wrong of wrongs.keys()) {
        cells += 1;
        if (cells % EACH !== 0) continue;
        const fault = headerFault(killed, log, at, wrong);
        if (fault !== null) faults.push(fault);
      }
  process.stdout.write(`headers: ${Math.floor(cells / EACH)} states, lost or kept out ${faults.length}\n`);
  expect(faults).toEqual([]);
});
