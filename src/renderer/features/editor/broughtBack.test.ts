import { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { schema } from '#shared/document/schema';
import { article, manualClock, memoryStore, paragraphs } from './autosave/fixtures';
import { bodyOf } from './autosave/story';
import { OpenArticles } from './openArticles';

it('is sent the whole body once, where the store does not have what was typed in', async () => {
  const clock = manualClock();
  const first = article();
  let store = memoryStore(first);
  const open = new OpenArticles({
    ...clock,
    articles: {
      get: async () => store.current(),
      save: async ({ baseVersion, patch }: { baseVersion: number; patch: object }) =>
        store.save(baseVersion, patch, clock.now()),
    },
  } as unknown as ConstructorParameters<typeof OpenArticles>[0]);
  await open.show(first.id);
  const shown = open.shown.get();
  if (shown.kind !== 'open') throw new Error('The article does not show.');
  const { autosave } = shown.article;
  let doc = Node.fromJSON(schema, paragraphs('One'));
  const type = async (text: string): Promise<void> => {
    doc = doc.copy(doc.content.addToEnd(schema.node('paragraph', { id: text }, [schema.text(text)])));
    autosave.edit({ body: bodyOf(doc) });
    await clock.pass(1000);
  };
  await type('Two');
  const { version } = store.current();
  store = memoryStore(article({ body: paragraphs('Another text'), version }));
  await type('Three');
  await type('Four');
  expect(store.sent).toEqual([
    expect.any(String),
    expect.objectContaining({ at: 3, cut: 0, put: [expect.stringContaining('Four')] }),
  ]);
  expect(store.current().body).toEqual(doc.toJSON());
  expect(autosave.state().saving.kind).toBe('settled');
});
