import { toFailure } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import { createJobs } from '../jobs/kinds';
import { guardPlace } from '../store/disk/place';
import { closeStore } from '../store/opening/database';
import { openSafely } from '../store/safety/openSafely';
import { rewriteIfAlone } from '../store/safety/recovery/rescue';
import { notedFailure } from '../store/safety/recoveryMark';
import { storeFolder } from '../storeFolder';
import { type CommandLine, parseCommandLine } from './arguments';
import { asksForHelp, asksForVersion } from './commandWords';
import { type CommandContext, runRequest } from './commands';
import { hearSignals } from './interrupt';
import { standardPrinter } from './print';
import { pushWith } from './push';
import { UsageError, usage } from './usage';

/** What the command line runs in: the built workers of the jobs, absolute paths, and the version they are of. */
export interface CommandLineBuild {
  readonly exportWorker: string;
  readonly importWorker: string;
  readonly version: string;
  /** As that of `StoreOptions`. */
  readonly onMigrated: () => void;
}

/** The app's services without a window: one command, then the end. Returns the exit code. */
export async function runCommandLine(words: readonly string[], build: CommandLineBuild): Promise<number> {
  const print = standardPrinter;
  if (asksForVersion(words)) {
    print.text(`${build.version}\n`);
    return 0;
  }
  if (asksForHelp(words)) {
    print.text(usage);
    return 0;
  }
  let line: CommandLine;
  try {
    line = parseCommandLine(words);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    print.complain(`nutgraf: ${thrown.message}\n\n${usage}`);
    return 2;
  }
  const folder = line.store ?? storeFolder();
  try {
    return await withContext(folder, build, (context) => runRequest(context, line.request));
  } catch (thrown) {
    print.line({ error: toFailure(thrown) });
    return 1;
  }
}

async function withContext(
  folder: string,
  build: CommandLineBuild,
  work: (context: CommandContext) => Promise<number>,
): Promise<number> {
  const { store, notices } = openSafely(folder, { onMigrated: build.onMigrated });
  notices.forEach(complain);
  guardPlace(store, (displacement) => complain(rewriteIfAlone(store, displacement)));
  const openJobs: CommandContext['openJobs'] = (onChange) =>
    createJobs({
      store,
      workers: build,
      pid: process.pid,
      failed: (failure) => failure,
      onArticle: () => undefined,
      onChange,
      // What another process left unfinished is for the app to resume.
      isGone: () => false,
      onTrouble: (_kind, { message }) => standardPrinter.complain(`nutgraf: ${message}`),
    });
  try {
    const push = pushWith(store, process.env);
    return await work({ store, openJobs, hearInterrupt: hearSignals, push, print: standardPrinter });
  } catch (thrown) {
    throw notedFailure(folder, thrown);
  } finally {
    closeStore(store);
  }
}

/** What happened to the store is for the user, and so goes to stderr. */
const complain = (notice: StoreNotice): void =>
  standardPrinter.complain(`nutgraf: ${storeNoticeWords(notice)}`);
