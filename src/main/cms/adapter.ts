import type { Node } from '@tiptap/pm/model';
import type { Asset, AssetHash } from '#shared/domain/asset';
import type { DoublePost } from '#shared/domain/cmsAccount';
import type { CmsAbilities, CmsKind, cmsKinds } from '#shared/domain/cmsKinds';
import type { Direction } from '#shared/domain/direction';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { Time } from '#shared/domain/id';
import type { SentOnce } from './deliver/once';

/** How an adapter reaches its site. `fetch` must be able to leave redirects unfollowed (`redirect: 'manual'`). */
export interface Connection {
  readonly fetch: typeof fetch;
  readonly now: () => Time;
  /** What was sent there without a clear answer. */
  readonly sentOnce: SentOnce;
  /** Called before each request with the most ms it may take, so that a lease can be extended. */
  readonly beforeRequest?: (mostMs: number) => void;
  readonly signal?: AbortSignal;
}

export interface SiteAccess {
  /** As {@link siteAddress} returns it. */
  readonly url: string;
  /** By the keys of the kind's row in `cmsKinds`. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** An article as it goes to any CMS, before the ids of that site are known. */
export interface OutgoingPost {
  readonly headline: string;
  readonly standfirst: string;
  /** Null leaves the slug to the site. */
  readonly slug: string | null;
  readonly body: Node;
  /** For blocks whose letters have no direction. */
  readonly direction: Direction;
  /** Names from the root of the tree down; null removes the category, undefined leaves the site's choice. */
  readonly section: readonly string[] | null | undefined;
  readonly hashtags: readonly string[];
  readonly image: (hash: AssetHash) => OutgoingImage | null;
}

export interface OutgoingImage {
  readonly asset: Asset;
  /** Null when its file cannot be read, or is not the image it was. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A post with the ids of its site, ready to go; `notes` say what was not available there, in whole sentences. */
export interface PreparedPost {
  readonly snapshot: PostSnapshot;
  readonly notes: readonly string[];
}

export interface RemotePost {
  readonly remoteId: string;
  /** Where a person reads it. */
  readonly url: string;
  readonly snapshot: PostSnapshot;
  /**
   * How the site distinguishes this state from a later one: the newest revision, or the time of the last change. Null
   * if it cannot: the post was never changed, or the site keeps no revisions. Then no read finds a change made at the
   * moment of sending.
   */
  readonly version: string | null;
}

/**
 * What every CMS does. Each call may throw {@link SiteFailure}; `cms_gone` when the post is in the trash or deleted.
 */
interface CommonAdapter {
  /** Signs in. */
  readonly check: () => Promise<{ readonly name: string }>;
  /** Finds or creates what the post needs there: sections, tags, images. Repeating it creates nothing twice. */
  readonly prepare: (post: OutgoingPost) => Promise<PreparedPost>;
  /** Creates a draft that carries the mark. */
  readonly create: (snapshot: PostSnapshot, mark: string) => Promise<RemotePost>;
  /**
   * Changes the post that was read last, and leaves its status as it is. If the site sees that it has changed since
   * then: `cms_collision`, and nothing was changed.
   */
  readonly update: (last: RemotePost, snapshot: PostSnapshot, mark: string) => Promise<RemotePost>;
  /** Takes the post out of the trash, as a draft and with the words it has there. */
  readonly restore: (remoteId: string) => Promise<RemotePost>;
  readonly read: (remoteId: string) => Promise<RemotePost>;
  /** The post that carries the mark, including the trash; null when there is none. */
  readonly find: (mark: string) => Promise<RemotePost | null>;
  /** Every post that carries the mark, except those in the trash. */
  readonly findAll: (mark: string) => Promise<readonly DoublePost[]>;
  /**
   * The site's markup as a document of ours, and what a document cannot hold of it. Throws `cms_too_large` for more
   * than an article can be.
   */
  readonly toDocument: (
    content: string,
  ) => Promise<{ readonly body: Node; readonly unknown: readonly string[] }>;
  /** The beginning of the asset's hash, for the address of an image that we uploaded. */
  readonly ownImage: (src: string) => string | null;
  /** A raw field of the site as a person reads it. */
  readonly plain: (raw: string) => string;
}

/** What only a kind with the ability of that name has, see {@link CmsAbilities}. */
interface Able {
  readonly revisions: {
    /** Revisions made by others after `after` (null: from the start) and before `before`. */
    readonly revisionsBetween: (
      remoteId: string,
      after: string | null,
      before: string,
    ) => Promise<readonly string[]>;
  };
  readonly tagsById: {
    /** Names of sections and tags, as a person reads them. */
    readonly names: (
      kind: 'sections' | 'hashtags',
      ids: readonly string[],
    ) => Promise<ReadonlyMap<string, string>>;
  };
}

/** One CMS, whose kind is looked up in the table. */
export type CmsAdapter = CommonAdapter & Partial<Able['revisions'] & Able['tagsById']>;

type Having<Can extends CmsAbilities, Ability extends keyof Able> = Can[Ability] extends true
  ? Able[Ability]
  : unknown;

/** The adapter that a kind must provide, given its abilities in the table. */
export type AdapterOf<Kind extends CmsKind> = CommonAdapter &
  Having<(typeof cmsKinds)[Kind]['can'], 'revisions'> &
  Having<(typeof cmsKinds)[Kind]['can'], 'tagsById'>;
