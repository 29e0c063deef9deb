import { parentPort, workerData } from 'node:worker_threads';
import { type InspectionTask, inspectStore } from './inspection';
import { steadyClock } from '../opening/steadyClock';

if (parentPort !== null) {
  const port = parentPort;
  const { folder, now } = workerData as InspectionTask;
  const inspection = inspectStore(folder, steadyClock(Date.now, now));
  port.postMessage(inspection);
}
