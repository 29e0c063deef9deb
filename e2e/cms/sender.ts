import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { createOutbox, type Outbox, type OutboxOptions } from '../../src/main/cms/deliver/outbox';
import { createArticle, getArticle, saveArticle } from '../../src/main/store/articles/articles';
import { ensureAccount } from '../../src/main/store/cms/accounts';
import { closeStore, openStore } from '../../src/main/store/opening/database';
import type { Store } from '../../src/main/store/store';
import { documentJsonOf } from '../../src/shared/document/document';
import { fromMarkdown } from '../../src/shared/document/fromMarkdown';
import { withBlockIds } from '../../src/shared/document/blockId';
import type { Article, ArticleContent, ArticlePatch } from '../../src/shared/domain/article';
import type { CmsLink, SendResult, SyncState } from '../../src/shared/domain/cmsAccount';
import type { Id } from '../../src/shared/domain/id';
import type { WordPressRole } from '../../tools/wordpress';
import type { TestSite } from './site';

/** A sender whose one account is on the test site. */
export interface TestSender {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly accountId: Id;
  readonly write: (content: Partial<Omit<ArticleContent, 'body'>> & { readonly text?: string }) => Article;
  readonly change: (id: Id, patch: ArticlePatch) => Article;
  readonly article: (id: Id) => Article;
  /** Sends through the outbox; returns how that ended. */
  readonly send: (id: Id) => Promise<CmsLink>;
  readonly push: (id: Id) => Promise<SendResult>;
  /** Moves the sender's clock forward. */
  readonly wait: (ms: number) => void;
  /** A second outbox over its own connection, like the command line's beside the app's. */
  readonly another: () => Outbox;
}

export interface SenderOptions extends Partial<Omit<OutboxOptions, 'store'>> {
  readonly role?: WordPressRole;
  readonly password?: () => string | null;
  readonly url?: string;
}

export const body = (text: string): Article['body'] => documentJsonOf(withBlockIds(fromMarkdown(text)));

const open: Store[] = [];

/** Closes the stores of every sender after each test. */
export function closeSenders(): void {
  afterEach(() => {
    for (const store of open.splice(0)) {
      closeStore(store);
      rmSync(store.folder, { recursive: true, force: true });
    }
  });
}

export function openSender(
  site: TestSite,
  { role = 'editor', password, url, ...options }: SenderOptions = {},
): TestSender {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const store = openStore(mkdtempSync(path.join(tmpdir(), 'nutgraf-sender-')), { now });
  open.push(store);
  const { login } = site.user(role);
  const identity = { kind: 'wordpress', url: url ?? site.url(), fields: { user: login } } as const;
  const { id: accountId } = ensureAccount(store, identity);
  const read = async (): Promise<string | null> =>
    password === undefined ? site.user(role).password : password();
  const wait = (ms: number): void => {
    ahead += ms;
  };
  const sleep = async (ms: number): Promise<void> => {
    wait(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const outboxOver = (shared: Store): Outbox =>
    createOutbox({ store: shared, secrets: { read }, sleep, ...options });
  const outbox = outboxOver(store);
  const article = (id: Id): Article => getArticle(store, id);
  return {
    store,
    outbox,
    accountId,
    article,
    wait,
    another: () => {
      const again = openStore(store.folder, { now });
      open.push(again);
      return outboxOver(again);
    },
    write: ({ text = 'A paragraph.', ...content }) => createArticle(store, { ...content, body: body(text) }),
    change: (id, patch) => {
      const saved = saveArticle(store, { id, baseVersion: article(id).version, patch });
      if (saved.kind !== 'saved') throw new Error('the save was stale');
      return article(id);
    },
    send: async (id) => {
      outbox.enqueue(id, accountId);
      await outbox.run();
      return linkOf(outbox, id);
    },
    push: async (id) => outbox.pushNow(id, identity, site.user(role).password),
  };
}

export function linkOf(outbox: Outbox, id: Id): CmsLink {
  const [link] = outbox.links(id);
  if (!link) throw new Error('the article was sent nowhere');
  return link;
}

/** The differences of a conflict; empty for any other state. */
export const differing = (state: SyncState): readonly string[] =>
  state.kind === 'conflict' ? state.differences.map(({ where }) => where) : [];
