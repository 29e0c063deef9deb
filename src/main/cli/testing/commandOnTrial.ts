import { cutTrialShort } from '../../updates/place';
import { runCommandLine } from '../runCommandLine';

/** Runs a command of the command line as that program. Arguments: the program's file, and the command's words. */
const [program = '', ...words] = process.argv.slice(2);
process.exitCode = await runCommandLine(words, {
  exportWorker: '',
  importWorker: '',
  version: '0.2.0',
  onMigrated: () => cutTrialShort(program),
});
