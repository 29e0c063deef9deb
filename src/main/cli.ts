import '#shared/jitless';
import { join } from 'node:path';
import { toFailure } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import type { CommandLine } from './cli/arguments';
import { parseCommandLine } from './cli/arguments';
import type { CommandContext } from './cli/commands';
import { runRequest } from './cli/commands';
import { standardPrinter } from './cli/print';
import { pushWith } from './cli/push';
import { UsageError, usage } from './cli/usage';
import { createImportReader } from './imports/importReader';
import { exportKind } from './jobs/kinds/export/exportKind';
import { createJobQueue } from './jobs/queue';
import { closeStore } from './store/opening/database';
import { rewriteIfAlone } from './store/safety/recovery/rescue';
import { guardPlace } from './store/disk/place';
import { openSafely } from './store/safety/openSafely';
import { notedFailure } from './store/safety/recoveryMark';
import { storeFolder } from './storeFolder';

/** The app's services without a window: one command, then the end. Answers with the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const print = standardPrinter;
  let line: CommandLine;
  try {
    line = parseCommandLine(words);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    print.complain(`nutgraf: ${thrown.message}\n\n${usage}`);
    return 2;
  }
  try {
    return await withContext(line.store ?? storeFolder(), (context) => runRequest(context, line.request));
  } catch (thrown) {
    print.line({ error: toFailure(thrown) });
    return 1;
  }
}

async function withContext(
  folder: string,
  work: (context: CommandContext) => Promise<number>,
): Promise<number> {
  const { store, notices } = openSafely(folder);
  notices.forEach(complain);
  guardPlace(store, (displacement) => complain(rewriteIfAlone(store, displacement)));
  const queue = createJobQueue(exportKind, {
    store,
    workerPath: join(import.meta.dirname, 'exportWorker.js'),
    pid: process.pid,
    // What another process left unfinished is the app's to go on with.
    isGone: () => false,
    onChange: () => undefined,
    onTrouble: ({ message }) => standardPrinter.complain(`nutgraf: ${message}`),
  });
  const reader = createImportReader({ workerPath: join(import.meta.dirname, 'importWorker.js') });
  try {
    return await work({ store, queue, reader, push: pushWith(store, process.env), print: standardPrinter });
  } catch (thrown) {
    throw notedFailure(folder, thrown);
  } finally {
    await Promise.all([queue.close(), reader.close()]);
    closeStore(store);
  }
}

/** What happened to the store goes to a person, and so to stderr. */
const complain = (notice: StoreNotice): void =>
  standardPrinter.complain(`nutgraf: ${storeNoticeWords(notice)}`);

process.exitCode = await main(process.argv.slice(2));
