import { parentPort, workerData } from 'node:worker_threads';
import { speakLanguage } from '#shared/language/speakLanguage';
import { startLanguage } from '#shared/language/startLanguage';
import { type InspectionTask, inspectStore } from './inspection';
import { steadyClock } from '../opening/steadyClock';

if (parentPort !== null) {
  const port = parentPort;
  await speakLanguage(startLanguage('en', [], process.argv));
  const { folder, now } = workerData as InspectionTask;
  const inspection = inspectStore(folder, steadyClock(Date.now, now));
  port.postMessage(inspection);
}
