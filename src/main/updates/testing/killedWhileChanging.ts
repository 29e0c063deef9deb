import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Puts a version in the place of the current one, and is killed before the step of the disk with this number; it says
 * nothing, and ends well when there were fewer. Arguments: folder, name of the running version, the unpacked folder,
 * its version, the number.
 */
const [folder = '', app = '', unpacked = '', version = '', last = ''] = process.argv.slice(2);
let step = 0;

function dying<Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Result) {
  return (...given: Arguments): Result => {
    step += 1;
    if (step === Number(last)) process.kill(process.pid, 'SIGKILL');
    return work(...given);
  };
}

Object.assign(fs, {
  rmSync: dying(fs.rmSync),
  openSync: dying(fs.openSync),
  writeFileSync: dying(fs.writeFileSync),
  fsyncSync: dying(fs.fsyncSync),
  renameSync: dying(fs.renameSync),
});
syncBuiltinESMExports();
const { takePlace } = await import('../place');
takePlace({ folder, app }, unpacked, version);
