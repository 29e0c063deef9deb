import { parentPort } from 'node:worker_threads';
import { toFailure } from '#shared/domain/failure';
import { speakLanguage } from '#shared/language/speakLanguage';
import { startLanguage } from '#shared/language/startLanguage';
import { fileBytes } from './fileBytes';
import type { ReaderAnswer, ReaderQuestion } from './importReader';
import { readArticle } from './readArticle';

function answer({ file, knowledge }: ReaderQuestion): ReaderAnswer {
  try {
    const bytes = 'path' in file ? fileBytes(file.path) : file.bytes;
    return { kind: 'read', article: readArticle({ name: file.name, bytes }, knowledge) };
  } catch (thrown) {
    return { kind: 'refused', failure: toFailure(thrown) };
  }
}

await speakLanguage(startLanguage('en', [], process.argv));
parentPort?.on('message', (question: ReaderQuestion) => parentPort?.postMessage(answer(question), []));
