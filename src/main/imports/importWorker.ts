import { parentPort } from 'node:worker_threads';
import { toFailure } from '#shared/domain/failure';
import type { ReaderAnswer, ReaderQuestion } from './importReader';
import { readArticle } from './readArticle';

function answer({ file, knowledge }: ReaderQuestion): ReaderAnswer {
  try {
    return { kind: 'read', article: readArticle(file, knowledge) };
  } catch (thrown) {
    return { kind: 'refused', failure: toFailure(thrown) };
  }
}

parentPort?.on('message', (question: ReaderQuestion) => parentPort?.postMessage(answer(question), []));
