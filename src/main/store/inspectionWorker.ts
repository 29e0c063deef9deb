import { parentPort, workerData } from 'node:worker_threads';
import { inspectStore } from './inspection';

if (parentPort !== null) {
  const port = parentPort;
  const inspection = inspectStore(String(workerData), Date.now);
  port.postMessage(inspection);
}
