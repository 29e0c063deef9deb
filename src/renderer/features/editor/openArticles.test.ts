import { describe, expect, it } from 'vitest';
import type { ArticlesChanged } from '#shared/contract/events';
import type { Article, ArticleContent } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import { article, flushPromises, manualClock, memoryStore } from './autosave/fixtures';
import { OpenArticles } from './openArticles';
import type { OpenArticle } from './openArticle';

const IDS = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const;

/** A window over a store of two articles, whose disk can be full. */
interface Kept {
  readonly content: ArticleContent;
  readonly replaces?: string;
  readonly reason: string;
}

function setUp() {
  const clock = manualClock();
  const stores = new Map(IDS.map((id) => [id as string, memoryStore(article({ id }))]));
  const kept: (ArticleContent & { readonly id: string })[] = [];
  const reasons: string[] = [];
  const reads: string[] = [];
  const disk = { full: false };
  let keeps = 0;
  const storeOf = (id: string) => {
    const store = stores.get(id);
    if (!store) throw new NutgrafError('article_not_found', 'There is no such article.');
    return store;
  };
  const open = new OpenArticles({
    ...clock,
    articles: {
      get: async ({ id }: { id: string }): Promise<Article> => {
        reads.push(id);
        return storeOf(id).current();
      },
      save: async ({ id, baseVersion, patch }: { id: string; baseVersion: number; patch: object }) => {
        if (disk.full) throw new NutgrafError('disk_full', 'The disk is full.');
        return storeOf(id).save(baseVersion, patch, clock.now());
      },
    },
    revisions: {
      keep: async ({ content, replaces, reason }: Kept) => {
        const id = `kept ${(keeps += 1)}`;
        const at = kept.findIndex((one) => one.id === replaces);
        kept.splice(at === -1 ? kept.length : at, at === -1 ? 0 : 1, { ...content, id });
        reasons.push(reason);
        return { id };
      },
    },
  } as unknown as ConstructorParameters<typeof OpenArticles>[0]);
  return { clock, open, kept, reasons, reads, disk, storeOf };
}

/** What main tells of an article that another window wrote, or this one. */
function written(now: Article, isOwn = false): ArticlesChanged {
  const { id, headline, sectionId, language, direction, status, trashedAt, wordCount, updatedAt, version } =
    now;
  const listed = {
    id,
    headline,
    sectionId,
    language,
    direction,
    status,
    trashedAt,
    wordCount,
    updatedAt,
    version,
  };
  return { kind: 'rows', rows: [{ ...listed, summary: '', sync: 'none' }], isOwn };
}

function shownArticle(open: OpenArticles): OpenArticle {
  const opening = open.shown.get();
  if (opening.kind !== 'open') throw new Error(`shows ${opening.kind}`);
  return opening.article;
}

describe('going from one article to another', () => {
  it('saves the first on the way', async () => {
    const { open, storeOf } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Left behind' });
    await open.show(IDS[1]);
    await flushPromises();
    expect(storeOf(IDS[0]).current().headline).toBe('Left behind');
    expect(shownArticle(open).id).toBe(IDS[1]);
  });

  it('keeps what could not be saved, goes on trying, and shows it on the way back', async () => {
    const { open, storeOf, disk, clock } = setUp();
    await open.show(IDS[0]);
    disk.full = true;
    shownArticle(open).autosave.edit({ headline: 'Not lost' });
    await open.show(IDS[1]);
    await clock.pass(1000);
    await open.show(IDS[0]);
    expect(shownArticle(open).autosave.state().story.headline).toBe('Not lost');
    expect(await open.secureAll()).toBe(false);
    disk.full = false;
    await clock.pass(6000);
    expect(storeOf(IDS[0]).current().headline).toBe('Not lost');
    expect(await open.secureAll()).toBe(true);
  });

  it('shows the one that was asked for last, whichever is read first', async () => {
    const { open } = setUp();
    await Promise.all([open.show(IDS[0]), open.show(IDS[1])]);
    expect(shownArticle(open).id).toBe(IDS[1]);
  });

  it('has one text of an article, though it was asked for twice before it was read', async () => {
    const { open } = setUp();
    const seen = new Set<OpenArticle>();
    open.shown.subscribe(() => {
      const opening = open.shown.get();
      if (opening.kind === 'open' && opening.article.id === IDS[0]) seen.add(opening.article);
    });
    await Promise.all([open.show(IDS[0]), open.show(IDS[1]), open.show(IDS[0])]);
    expect(seen.size).toBe(1);
  });

  it.each(Array.from({ length: 12 }, (_, turns) => turns))(
    'commits at the end what is typed after going to and fro within %i turns',
    async (turns) => {
      const { open, storeOf } = setUp();
      await open.show(IDS[0]);
      shownArticle(open).autosave.edit({ headline: 'Before' });
      void open.show(IDS[1]);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await open.show(IDS[0]);
      await flushPromises();
      shownArticle(open).autosave.edit({ headline: 'After' });
      expect(await open.secureAll()).toBe(true);
      expect(storeOf(IDS[0]).current().headline).toBe('After');
    },
  );

  it('says why an article can’t be shown', async () => {
    const { open } = setUp();
    await open.show('01900000-0000-7000-8000-0000000000ff');
    expect(open.shown.get()).toMatchObject({ kind: 'failed', failure: { code: 'article_not_found' } });
  });

  it('never shows a body that it cannot read as an empty one', async () => {
    const { open, storeOf, clock } = setUp();
    storeOf(IDS[0]).write({ body: { type: 'doc', content: [{ type: 'unknown' }] } }, clock.now());
    await open.show(IDS[0]);
    expect(open.shown.get()).toMatchObject({ kind: 'failed', failure: { code: 'bad_document' } });
  });
});

describe('an article that was left', () => {
  it('is the same one on the way back, with all that hangs on it, and shows what was written meanwhile', async () => {
    const { open, storeOf, clock } = setUp();
    await open.show(IDS[0]);
    const first = shownArticle(open);
    await open.show(IDS[1]);
    await flushPromises();
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await open.show(IDS[0]);
    await flushPromises();
    expect(shownArticle(open)).toBe(first);
    expect(first.autosave.state().story.headline).toBe('Theirs');
  });

  it('is kept as a version when it was changed, and only then', async () => {
    const { open, kept, reasons } = setUp();
    await open.show(IDS[0]);
    await open.show(IDS[1]);
    shownArticle(open).autosave.edit({ headline: 'Changed' });
    await open.show(IDS[0]);
    await flushPromises();
    await open.show(IDS[1]);
    await open.show(null);
    await flushPromises();
    expect(kept.map(({ headline }) => headline)).toEqual(['Changed']);
    expect(reasons).toEqual(['left']);
  });

  it('is kept when the window closes, too', async () => {
    const { open, reasons } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Changed' });
    expect(await open.secureAll()).toBe(true);
    expect(reasons).toEqual(['left']);
  });

  it('is kept at “Save now”, with what was typed last', async () => {
    const { open, kept, reasons } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Now' });
    await open.saveNow(shownArticle(open));
    expect(kept.map(({ headline }) => headline)).toEqual(['Now']);
    expect(reasons).toEqual(['manual']);
  });
});

describe('what reads the text from the store', () => {
  it('finds there what was typed', async () => {
    const { open, storeOf } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Sent' });
    await open.requireSaved();
    expect(storeOf(IDS[0]).current().headline).toBe('Sent');
  });

  it('is held back while that can’t be saved', async () => {
    const { open, disk } = setUp();
    await open.show(IDS[0]);
    disk.full = true;
    shownArticle(open).autosave.edit({ headline: 'Not sent' });
    await expect(open.requireSaved()).rejects.toMatchObject({ code: 'not_saved' });
  });

  it('is held back while a choice between two texts waits', async () => {
    const { open, storeOf, clock } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await expect(open.requireSaved()).rejects.toMatchObject({ code: 'not_saved' });
  });
});

describe('another writer', () => {
  it('is shown when the typing rests', async () => {
    const { open, storeOf, clock } = setUp();
    await open.show(IDS[0]);
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    open.lookAgain(written(storeOf(IDS[0]).current()));
    await clock.pass(400);
    expect(shownArticle(open).autosave.state().story.headline).toBe('Theirs');
  });

  it('is not looked for in what was written here: the row has all that is shown of it', async () => {
    const { open, storeOf, clock, reads } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Mine' });
    await clock.pass(600);
    open.lookAgain(written(storeOf(IDS[0]).current(), true));
    open.lookAgain(written(storeOf(IDS[0]).current()));
    await clock.pass(400);
    expect(reads).toEqual([IDS[0]]);
    expect(shownArticle(open).card.get().updatedAt).toBe(storeOf(IDS[0]).current().updatedAt);
  });

  it('may be any process: every open text looks then', async () => {
    const { open, storeOf, clock } = setUp();
    await open.show(IDS[0]);
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    open.lookAgain({ kind: 'any' });
    await clock.pass(400);
    expect(shownArticle(open).autosave.state().story.headline).toBe('Theirs');
  });

  it.each([
    ['mine', ['Theirs']],
    ['theirs', ['Mine']],
  ] as const)('after a choice of %s the other text is kept', async (choice, texts) => {
    const { open, storeOf, clock, kept } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await clock.pass(600);
    await open.choose(shownArticle(open), choice);
    expect(kept.map(({ headline }) => headline)).toEqual(texts);
  });

  it('does not put at risk what is typed while a choice waits: it is kept, whole and once', async () => {
    const { open, storeOf, clock, kept } = setUp();
    await open.show(IDS[0]);
    const { autosave } = shownArticle(open);
    autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await clock.pass(600);
    autosave.edit({ headline: 'Mine, typed on' });
    await clock.pass(1100);
    expect(kept.map(({ headline }) => headline)).toEqual(['Mine, typed on']);
  });

  it('is read on while a choice waits, so that one press decides over what stands there now', async () => {
    const { open, storeOf, clock, kept } = setUp();
    await open.show(IDS[0]);
    const { autosave } = shownArticle(open);
    autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await clock.pass(600);
    storeOf(IDS[0]).write({ headline: 'Theirs, later' }, clock.now());
    open.lookAgain(written(storeOf(IDS[0]).current()));
    await clock.pass(400);
    expect(autosave.state().saving).toMatchObject({
      kind: 'conflict',
      theirs: { headline: 'Theirs, later' },
    });
    storeOf(IDS[0]).write({ headline: 'Theirs, last' }, clock.now());
    await open.choose(shownArticle(open), 'mine');
    await clock.pass(100);
    expect(autosave.state().saving.kind).toBe('settled');
    expect(storeOf(IDS[0]).current().headline).toBe('Mine');
    expect(kept.map(({ headline }) => headline)).toEqual(['Theirs, last']);
  });

  it('may move the article to the trash meanwhile: it can only be read here then', async () => {
    const { open, storeOf, clock } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    await clock.pass(600);
    Object.assign(storeOf(IDS[0]).current(), { trashedAt: 5 });
    open.lookAgain(written(storeOf(IDS[0]).current()));
    await clock.pass(400);
    expect(shownArticle(open).card.get().trashedAt).toBe(5);
  });

  it('does not keep a window open: what waits for a choice is kept as a revision', async () => {
    const { open, storeOf, clock, kept } = setUp();
    await open.show(IDS[0]);
    shownArticle(open).autosave.edit({ headline: 'Mine' });
    storeOf(IDS[0]).write({ headline: 'Theirs' }, clock.now());
    expect(await open.secureAll()).toBe(true);
    expect(kept.map(({ headline }) => headline)).toEqual(['Mine']);
  });
});

describe('a store that was put together again', () => {
  /** The same store without its last versions; without the article where there is none before them. */
  const gone = (): NutgrafError => new NutgrafError('article_not_found', 'There is no such article.');

  function openOver() {
    const clock = manualClock();
    const id = IDS[0];
    const state: { store: ReturnType<typeof memoryStore> | null } = {
      store: memoryStore(article({ id, version: 4 })),
    };
    const broughtBack: unknown[] = [];
    const current = () => {
      if (state.store === null) throw gone();
      return state.store;
    };
    const open = new OpenArticles({
      ...clock,
      articles: {
        get: async () => current().current(),
        save: async ({ baseVersion, patch }: { baseVersion: number; patch: object }) =>
          current().save(baseVersion, patch, clock.now()),
        bringBack: async (known: { version: number; content: ArticleContent }) => {
          broughtBack.push(known);
          const back = article({ id, ...known.content, version: known.version + 1 });
          state.store = memoryStore(back);
          return back;
        },
      },
      revisions: { keep: async () => ({ id: 'kept' }) },
    } as unknown as ConstructorParameters<typeof OpenArticles>[0]);
    return { clock, open, state, broughtBack, id };
  }

  it.each([
    ['without the article', null],
    ['with an earlier version of it', article({ id: IDS[0], headline: 'Long ago', version: 2 })],
  ])('%s gets back what was saved, and then what was typed since', async (_what, older) => {
    const { clock, open, state, broughtBack, id } = openOver();
    await open.show(id);
    shownArticle(open).autosave.edit({ headline: 'Saved before' });
    await clock.pass(1000);
    shownArticle(open).autosave.edit({ standfirst: 'Typed since' });
    state.store = older && memoryStore(older);
    await clock.pass(2000);
    expect(broughtBack).toMatchObject([
      { id, version: 5, content: { headline: 'Saved before', standfirst: '' } },
    ]);
    expect(state.store?.current()).toMatchObject({ headline: 'Saved before', standfirst: 'Typed since' });
    expect(shownArticle(open).autosave.state().saving.kind).toBe('settled');
  });

  it('gets back an article that rests, and one in which nothing is unsaved', async () => {
    const { clock, open, state, broughtBack, id } = openOver();
    await open.show(id);
    await open.show(null);
    state.store = null;
    open.storeRecovered();
    await clock.pass(1000);
    expect(broughtBack).toHaveLength(1);
    expect(state.store).not.toBeNull();
  });
});
