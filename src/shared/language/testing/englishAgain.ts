import { afterAll } from 'vitest';

/** A process runs many files, and each begins in English, whatever the one before it spoke. */
afterAll(async () => {
  const { speakLanguage } = await import('../speakLanguage');
  await speakLanguage('en');
});
