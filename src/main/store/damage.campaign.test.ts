import { expect, test } from 'vitest';
import { campaignSize } from '../../../tools/campaignSize';
import { killedStore } from './testing/damage';
import { everyDamage, runMatrix } from './testing/damageMatrix';

/** Of all 1,296 states of the files, each so manyeth is tried; a full campaign tries all of them. */
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
