import { parentPort, workerData } from 'node:worker_threads';
import { speakLanguage } from '#shared/language/speakLanguage';
import type { ItemOutcome } from '../../../store/jobs/exportItems';
import { exportArticles } from '../../../exports/exportArticles';
import { startLanguage } from '#shared/language/startLanguage';
import { openReader } from '../../../store/opening/database';
import { toldFailure } from '../../../store/safety/recoveryMark';
import { flags, type WorkerMessage, type WorkerTask } from './workerMessages';

/**
 * Results are reported together, at most about this many and at most this long (ms) after the first of them: main
 * waits for the disk at each report, and what a crash left unreported is written again, the same.
 */
const BATCH = { size: 128, age: 250 } as const;

type Tell = (message: WorkerMessage) => void;

/** A store that cannot be opened ends the job like one that cannot be read: with what is wrong. */
async function start(task: WorkerTask, tell: Tell): Promise<void> {
  try {
    await run(task, tell);
  } catch (thrown) {
    tell({ kind: 'broken', failure: toldFailure(task.storeFolder, thrown) });
  }
}

async function run({ storeFolder, task, flags: shared }: WorkerTask, tell: Tell): Promise<void> {
  const told = new Int32Array(shared);
  const stopped = (): boolean => Atomics.load(told, flags.stop) !== 0;
  const reader = openReader(storeFolder);
  let batch: ItemOutcome[] = [];
  let since = performance.now();
  let sent = 0;
  const flush = (): void => {
    if (batch.length > 0) {
      waitUntilTaken(told, sent);
      tell({ kind: 'items', items: batch });
      sent += 1;
    }
    batch = [];
    since = performance.now();
  };
  try {
    for await (const results of exportArticles(reader, task)) {
      batch.push(...results);
      if (batch.length >= BATCH.size || performance.now() - since > BATCH.age) flush();
      if (stopped()) break;
    }
    flush();
    tell({ kind: 'end' });
  } catch (thrown) {
    flush();
    throw thrown;
  } finally {
    reader.db.close();
  }
}

/** Main takes one message while the next is gathered, and never has two to take. */
function waitUntilTaken(told: Int32Array, sent: number): void {
  for (let taken = Atomics.load(told, flags.taken); taken < sent; taken = Atomics.load(told, flags.taken))
    Atomics.wait(told, flags.taken, taken);
}

if (parentPort !== null) {
  const port = parentPort;
  await speakLanguage(startLanguage('en', [], process.argv));
  void start(workerData as WorkerTask, (message) => port.postMessage(message));
}
