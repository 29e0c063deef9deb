import type { Editor } from '@tiptap/core';
import { beforeEach, expect, test, vi } from 'vitest';
import { schema } from '#shared/document/schema';
import { observable } from '#renderer/base/observable';
import { withIdleClock } from '#renderer/base/testing/idleClock';
import { article } from '../autosave/fixtures';
import { storyOf } from '../autosave/story';
import type { OpenArticle } from '../openArticle';

withIdleClock();

beforeEach(() => {
  vi.stubGlobal('window', { nutgraf: { on: vi.fn<() => void>() } });
});

/** An article in an editor that counts how often its text is read. */
async function followedArticle() {
  const { followScript } = await import('./useScript');
  const story = observable(storyOf(article()));
  let reads = 0;
  let type = (): void => undefined;
  const editor = {
    isDestroyed: false,
    get state() {
      reads += 1;
      return { doc: schema.node('doc', null, [schema.node('paragraph')]) };
    },
    on: (_name: string, hear: () => void) => (type = hear),
    off: () => undefined,
  };
  const autosave = { state: () => ({ story: story.get() }), subscribe: story.subscribe };
  const stop = followScript({ autosave } as unknown as OpenArticle, editor as unknown as Editor);
  const pass = async (ms: number): Promise<number> => {
    await vi.advanceTimersByTimeAsync(ms);
    await vi.dynamicImportSettled();
    return reads;
  };
  return { pass, type: () => type(), change: story.set, stop };
}

test('a script is read when the typing rests, in the text and in the headline, and not between two keys', async () => {
  const { pass, type, change, stop } = await followedArticle();
  expect(await pass(10)).toBe(1);
  for (let key = 0; key < 10; key += 1) {
    type();
    change((now) => ({ ...now, headline: `${now.headline}x` }));
    await pass(100);
  }
  expect(await pass(0)).toBe(1);
  expect(await pass(1000)).toBe(2);
  stop();
});

test('a language or a direction that the person sets shows at once, and another change of the story does not count', async () => {
  const { pass, change, stop } = await followedArticle();
  expect(await pass(10)).toBe(1);
  change((now) => ({ ...now, direction: 'rtl' }));
  expect(await pass(0)).toBe(2);
  change((now) => ({ ...now, language: 'he' }));
  expect(await pass(0)).toBe(3);
  change((now) => ({ ...now, byline: 'By a writer' }));
  expect(await pass(5000)).toBe(3);
  stop();
});
