import type { Editor } from '@tiptap/core';
import type { Article } from '#shared/domain/article';
import { toFailure } from '#shared/domain/failure';
import type { Failure } from '#shared/domain/failure';
import type { Id, Time } from '#shared/domain/id';
import { parseDocument } from '#shared/document/document';
import { observable } from '#renderer/app/observable';
import type { Observable } from '#renderer/app/observable';
import { reportProblem } from '#renderer/app/problems';
import type { Desk } from '#renderer/desk';
import { runAutosave } from './autosave/runAutosave';
import type { AutosavePorts, RunningAutosave } from './autosave/runAutosave';
import { contentOf, storyOf } from './autosave/story';

/** What the store keeps of an article beside its story. */
export interface ArticleCard {
  readonly createdAt: Time;
  readonly updatedAt: Time;
  readonly trashedAt: Time | null;
}

/** One article being edited: it lives until all its words are committed, also when another is shown. */
export interface OpenArticle {
  readonly id: Id;
  readonly autosave: RunningAutosave;
  readonly card: Observable<ArticleCard>;
  /** The editor of its body, while it is on the screen. */
  readonly editor: Observable<Editor | null>;
}

export type Opening =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: Id }
  | { readonly kind: 'failed'; readonly id: Id; readonly failure: Failure }
  | { readonly kind: 'open'; readonly article: OpenArticle };

export interface OpenArticles {
  /** What the editor's pane shows. */
  readonly shown: Observable<Opening>;
  /** Shows an article, or none. What it shows now is saved on the way, and lives on until that worked. */
  readonly show: (id: Id | null) => Promise<void>;
  /** Looks again at those of the open articles that somebody wrote. No ids: at all of them. */
  readonly lookAgain: (ids: readonly Id[]) => void;
  /** Reads an open article again at once, since what was just done changed it in the store. */
  readonly reload: (article: OpenArticle) => Promise<void>;
  /** Commits all that is open. */
  readonly saveAll: () => Promise<void>;
  /**
   * Commits all that is open, and keeps as a revision what waits for a choice. True when nothing would be lost by
   * closing the window now.
   */
  readonly secureAll: () => Promise<boolean>;
  /** Settles a conflict; the side that gives way is kept as a revision first. */
  readonly choose: (article: OpenArticle, choice: 'mine' | 'theirs') => Promise<void>;
}

type Ports = Pick<Desk, 'articles' | 'revisions'> & {
  readonly now: () => Time;
  readonly after: (delay: number, run: () => void) => () => void;
};

/** An article that was written is read again when the typing here has rested for so many ms. */
const REST = 300;

export function createOpenArticles({ articles, revisions, now, after }: Ports): OpenArticles {
  const living = new Map<Id, OpenArticle>();
  const looks = new Map<Id, () => void>();
  const shown = observable<Opening>({ kind: 'none' });
  let wanted: Id | null = null;

  const isShown = (article: OpenArticle): boolean => {
    const opening = shown.get();
    return opening.kind === 'open' && opening.article === article;
  };

  const open = async (id: Id): Promise<OpenArticle> => {
    const known = living.get(id);
    if (known) return known;
    const stored = await articles.get({ id });
    parseDocument(stored.body);
    const article = openArticle(stored, { save: (save) => articles.save({ id, ...save }), now, after });
    living.set(id, article);
    return article;
  };

  const show = async (id: Id | null): Promise<void> => {
    wanted = id;
    const before = shown.get();
    if (before.kind === 'open' && before.article.id === id) return;
    shown.set(() => (id === null ? { kind: 'none' } : { kind: 'loading', id }));
    if (before.kind === 'open') void leave(before.article);
    if (id === null) return;
    const opening = await open(id).then(
      (article): Opening => ({ kind: 'open', article }),
      (thrown): Opening => ({ kind: 'failed', id, failure: toFailure(thrown) }),
    );
    if (wanted === id) shown.set(() => opening);
  };

  const leave = async (article: OpenArticle): Promise<void> => {
    if (!(await article.autosave.flush()) || isShown(article)) return;
    article.autosave.close();
    living.delete(article.id);
  };

  const look = async (article: OpenArticle): Promise<void> => {
    const stored = await articles.get({ id: article.id });
    article.card.set(() => cardOf(stored));
    article.autosave.notice(stored);
  };

  const lookSoon = (article: OpenArticle): void => {
    looks.get(article.id)?.();
    const callOff = after(REST, () => {
      looks.delete(article.id);
      if (article.autosave.state().saving.kind === 'settled') look(article).catch(reportProblem);
      else if (living.has(article.id)) lookSoon(article);
    });
    looks.set(article.id, callOff);
  };

  const keepMine = async ({ id, autosave }: OpenArticle): Promise<void> => {
    await revisions.keep({ articleId: id, content: contentOf(autosave.state().story) });
  };

  const secure = async (article: OpenArticle): Promise<boolean> => {
    if (await article.autosave.flush()) return true;
    if (article.autosave.state().saving.kind !== 'conflict') return false;
    return keepMine(article).then(
      () => true,
      () => false,
    );
  };

  return {
    shown,
    show,
    lookAgain: (ids) => {
      for (const article of living.values())
        if (ids.length === 0 || ids.includes(article.id)) lookSoon(article);
    },
    reload: look,
    saveAll: async () => {
      await Promise.all([...living.values()].map(({ autosave }) => autosave.flush()));
    },
    secureAll: async () => (await Promise.all([...living.values()].map(secure))).every(Boolean),
    choose: async (article, choice) => {
      const { saving } = article.autosave.state();
      if (saving.kind !== 'conflict') return;
      if (choice === 'theirs') await keepMine(article);
      else await revisions.keep({ articleId: article.id, content: contentOf(storyOf(saving.theirs)) });
      article.autosave.choose(choice);
    },
  };
}

function openArticle(stored: Article, ports: AutosavePorts): OpenArticle {
  return {
    id: stored.id,
    autosave: runAutosave(stored, ports),
    card: observable(cardOf(stored)),
    editor: observable<Editor | null>(null),
  };
}

function cardOf({ createdAt, updatedAt, trashedAt }: Article): ArticleCard {
  return { createdAt, updatedAt, trashedAt };
}
