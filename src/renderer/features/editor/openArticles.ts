import type { Editor } from '@tiptap/core';
import { reportProblem } from '#renderer/base/notices/notices';
import type { ArticlesChanged } from '#shared/contract/events';
import type { Article } from '#shared/domain/article';
import { NutgrafError, toFailure } from '#shared/domain/failure';
import type { Failure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { KeptReason } from '#shared/domain/revision';
import { withSettledIds } from '#shared/document/blockId';
import { documentJsonOf, parseDocument } from '#shared/document/document';
import { composed } from '#renderer/base/composition';
import { observable } from '#renderer/base/observable';
import type { MainBridge } from '#renderer/bridge';
import { runAutosave } from './autosave/runAutosave';
import type { Choice } from './autosave/autosave';
import type { AutosavePorts } from './autosave/runAutosave';
import { differingFields, contentOf, storyOf } from './autosave/story';
import { readOrBringBack, saveOrBringBack } from './broughtBack';
import type { Story } from './autosave/story';
import type { ArticleCard, OpenArticle } from './openArticle';
import { say } from '#shared/language/say';

export type Opening =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: Id }
  | { readonly kind: 'failed'; readonly id: Id; readonly failure: Failure }
  | { readonly kind: 'open'; readonly article: OpenArticle };

type Ports = Pick<MainBridge, 'articles' | 'revisions'> & Pick<AutosavePorts, 'now' | 'after'>;

/** An article that was written is read again when the typing here has rested for so many ms. */
const REST = 300;
/** So many articles stay at hand after they were left, with their history: the one left first goes first. */
const RESTING = 50;
/** While a choice waits, what is typed is kept as one revision, which is brought up to date once in so many ms. */
const UNDECIDED = 1000;

/** The articles that a window has open: the one on the screen, and those that still have words to save. */
export class OpenArticles {
  /** What the editor's pane shows. */
  readonly shown = observable<Opening>({ kind: 'none' });
  readonly #living = new Map<Id, OpenArticle>();
  /** Those that are being read: one article never has two texts here, of which only one would be saved. */
  readonly #reading = new Map<Id, Promise<OpenArticle>>();
  readonly #looks = new Map<Id, () => void>();
  readonly #undecided = new Set<OpenArticle>();
  readonly #kept = new WeakMap<OpenArticle, Kept>();
  /** Of each article, the text that was kept last for another reason than a choice; at first as it was opened. */
  readonly #versions = new WeakMap<OpenArticle, Story>();
  /** One text after the other, so that each knows which one it replaces. */
  readonly #keeping = new WeakMap<OpenArticle, Promise<void>>();
  readonly #ports: Ports;
  #wanted: Id | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Shows an article, or none. What it shows now is saved on the way, and lives on until that worked. */
  async show(id: Id | null): Promise<void> {
    this.#wanted = id;
    const before = this.shown.get();
    if (before.kind === 'open' && before.article.id === id) return;
    this.shown.set(() => (id === null ? { kind: 'none' } : { kind: 'loading', id }));
    if (before.kind === 'open') void this.#leave(before.article);
    if (id === null) return;
    const rested = this.#living.get(id);
    const opening = await this.#open(id).then(
      (article): Opening => ({ kind: 'open', article }),
      (thrown): Opening => ({ kind: 'failed', id, failure: toFailure(thrown) }),
    );
    if (this.#wanted === id) this.shown.set(() => opening);
    if (rested) this.reload(rested).catch(reportProblem);
  }

  /** Looks again, when the typing rests, at those of the open articles that somebody else wrote. */
  lookAgain(change: ArticlesChanged): void {
    for (const article of this.#living.values()) {
      const isNews = change.kind === 'any' || followRow(article, change);
      if (isNews && !this.#rests(article)) this.#lookSoon(article);
    }
  }

  /** The store was put together again: each text that is here looks whether it is there, those at rest too. */
  storeRecovered(): void {
    for (const article of this.#living.values()) this.#lookSoon(article);
  }

  /** Reads an open article again at once, since what was just done changed it in the store. */
  async reload(article: OpenArticle): Promise<void> {
    const stored = await readOrBringBack(this.#ports.articles, article);
    article.card.set(() => cardOf(stored));
    await composed();
    article.autosave.notice(stored);
  }

  /** Commits all that is open. True when that worked. */
  async saveAll(): Promise<boolean> {
    const safe = await Promise.all([...this.#living.values()].map(({ autosave }) => autosave.flush()));
    return safe.every(Boolean);
  }

  /** Commits all that is open, for what reads it from the store next. Throws NutgrafError 'not_saved'. */
  async requireSaved(): Promise<void> {
    if (await this.saveAll()) return;
    throw new NutgrafError(
      'not_saved',
      say(
        'The latest changes could not be saved, so nothing was done. See the message above the text, then try again.',
      ),
    );
  }

  /**
   * Commits all that is open, and keeps as a revision what waits for a choice. True when nothing would be lost by
   * closing the window now.
   */
  async secureAll(): Promise<boolean> {
    const safe = await Promise.all([...this.#living.values()].map((article) => this.#secure(article)));
    return safe.every(Boolean);
  }

  /**
   * Settles a conflict, over what stands in the store now. A side that gives way, be it in one choice, is kept as a
   * revision first.
   */
  async choose(article: OpenArticle, choice: Choice): Promise<void> {
    await this.reload(article);
    const { saving, story } = article.autosave.state();
    if (saving.kind !== 'conflict') return;
    const sides = typeof choice === 'string' ? [choice] : [...choice.values()];
    if (sides.includes('theirs')) await this.#keep(article, story);
    if (sides.includes('mine')) await this.#keepTheirs(article, saving.theirs, sides.includes('theirs'));
    const typedOn = sides.includes('theirs') && article.autosave.state().story !== story;
    if (typedOn) return this.choose(article, choice);
    article.autosave.choose(choice);
    if (article.autosave.state().saving.kind !== 'conflict') this.#kept.delete(article);
  }

  /** Saves at once what is on the screen, and keeps it as a version. True when it was saved. */
  async saveNow(article: OpenArticle): Promise<boolean> {
    if (!(await article.autosave.flush())) return false;
    await this.#keepVersion(article, article.autosave.state().saved, 'manual');
    return true;
  }

  /** Keeps the text as it was before a large part of it went. */
  keepBefore(article: OpenArticle, before: Story): void {
    this.#keepVersion(article, before, 'removal').catch(reportProblem);
  }

  async #open(id: Id): Promise<OpenArticle> {
    const known = this.#living.get(id) ?? this.#reading.get(id);
    if (known) return known;
    const reading = this.#read(id).finally(() => this.#reading.delete(id));
    this.#reading.set(id, reading);
    return reading;
  }

  async #read(id: Id): Promise<OpenArticle> {
    const { articles, now, after } = this.#ports;
    const stored = withIds(await articles.get({ id }));
    const save: AutosavePorts['save'] = async (patch) => {
      const result = await saveOrBringBack(articles, article, patch);
      if (result.kind === 'stale') await composed();
      return result;
    };
    const article = openArticle(stored, { save, now, after });
    this.#living.set(id, article);
    this.#versions.set(article, article.autosave.state().story);
    article.autosave.subscribe(() => {
      if (!this.#undecided.has(article)) this.#keepUndecided(article);
    });
    return article;
  }

  async #leave(article: OpenArticle): Promise<void> {
    if (await article.autosave.flush()) await this.#keepLeft(article);
    this.#living.delete(article.id);
    this.#living.set(article.id, article);
    const resting = [...this.#living.values()].filter((other) => this.#rests(other));
    for (const { id, autosave } of resting.slice(0, -RESTING)) {
      autosave.close();
      this.#living.delete(id);
    }
  }

  /** Saved and not on the screen: it waits for the way back, and is read again then. */
  #rests({ id, autosave }: OpenArticle): boolean {
    return id !== this.#wanted && autosave.state().saving.kind === 'settled';
  }

  /** An article that was changed since it was opened, or kept, is a version of its own. It is safe without that. */
  async #keepLeft(article: OpenArticle): Promise<void> {
    const { saved } = article.autosave.state();
    const last = this.#versions.get(article);
    if (last && differingFields(last, saved).length > 0)
      await this.#keepVersion(article, saved, 'left').catch(reportProblem);
  }

  #lookSoon(article: OpenArticle): void {
    this.#looks.get(article.id)?.();
    const callOff = this.#ports.after(REST, () => {
      this.#looks.delete(article.id);
      const isBusy = ['waiting', 'sending'].includes(article.autosave.state().saving.kind);
      if (!isBusy) this.reload(article).catch(reportProblem);
      else if (this.#living.has(article.id)) this.#lookSoon(article);
    });
    this.#looks.set(article.id, callOff);
  }

  async #secure(article: OpenArticle): Promise<boolean> {
    if (await article.autosave.flush()) {
      await this.#keepLeft(article);
      return true;
    }
    const { saving, story } = article.autosave.state();
    if (saving.kind !== 'conflict') return false;
    return this.#keep(article, story).then(
      () => true,
      () => false,
    );
  }

  /** While a choice waits nothing can be saved, but a person may type on for long: a crash must not take that. */
  #keepUndecided(article: OpenArticle): void {
    this.#undecided.delete(article);
    const { saving, story } = article.autosave.state();
    if (saving.kind !== 'conflict') return;
    this.#undecided.add(article);
    this.#keep(article, story).catch(reportProblem);
    this.#ports.after(UNDECIDED, () => this.#keepUndecided(article));
  }

  async #keepVersion(article: OpenArticle, story: Story, reason: KeptReason): Promise<void> {
    if (this.#versions.get(article) === story) return;
    await this.#ports.revisions.keep({ articleId: article.id, content: contentOf(story), reason });
    this.#versions.set(article, story);
  }

  /** One conflict leaves one revision of what was typed here: a later text takes the place of the earlier. */
  #keep(article: OpenArticle, story: Story): Promise<void> {
    const keep = async (): Promise<void> => {
      const before = this.#kept.get(article);
      if (before?.story === story) return;
      const text = { articleId: article.id, content: contentOf(story), replaces: before?.id ?? null };
      const { id } = await this.#ports.revisions.keep(text);
      this.#kept.set(article, { story, id });
    };
    const turn = (this.#keeping.get(article) ?? Promise.resolve()).then(keep);
    this.#keeping.set(
      article,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** What was kept of the text here while the choice waited has not given way: theirs takes its place. */
  async #keepTheirs(article: OpenArticle, theirs: Article, both: boolean): Promise<void> {
    const replaces = both ? null : (this.#kept.get(article)?.id ?? null);
    await this.#ports.revisions.keep({
      articleId: article.id,
      content: contentOf(storyOf(theirs)),
      replaces,
    });
    if (!both) this.#kept.delete(article);
  }
}

/** The revision that holds what was typed while a choice waits. */
interface Kept {
  readonly story: Story;
  readonly id: Id;
}

function openArticle(stored: Article, ports: AutosavePorts): OpenArticle {
  return {
    id: stored.id,
    autosave: runAutosave(stored, ports),
    card: observable(cardOf(stored)),
    editor: observable<Editor | null>(null),
  };
}

/** Throws NutgrafError `bad_document`. */
function withIds(stored: Article): Article {
  return { ...stored, body: documentJsonOf(withSettledIds(parseDocument(stored.body))) };
}

/** Takes over what the row tells of an open article. True when its text has to be read as well. */
function followRow(article: OpenArticle, { rows, isOwn }: ArticlesChanged & { kind: 'rows' }): boolean {
  const row = rows.find(({ id }) => id === article.id);
  if (!row) return false;
  article.card.set((card) => ({ ...card, updatedAt: row.updatedAt, trashedAt: row.trashedAt }));
  return !isOwn && row.version !== article.autosave.state().version;
}

function cardOf({ createdAt, updatedAt, trashedAt }: Article): ArticleCard {
  return { createdAt, updatedAt, trashedAt };
}
