import type { Time } from '#shared/domain/id';
import { assertNever } from '#shared/domain/failure';
import type { LinkRecord } from '../../store/cms/links';
import type { RemotePost } from '../adapter';
import { changedFields } from '../compare/comparison';

type Attempt = NonNullable<LinkRecord['attempt']>;
type Conflict = NonNullable<LinkRecord['conflict']>;
type Post = Pick<RemotePost, 'remoteId' | 'url' | 'snapshot'>;

/** What was asked of the site, by what it is known again, and of which version of the article. */
type Asked = Pick<Attempt, 'sent' | 'fingerprint' | 'version'>;

/** What happens to the way of one article to one site. */
export type LinkEvent =
  /** A create or an update is about to be sent: told before it is, so that a lost answer finds it. */
  | { readonly kind: 'sending'; readonly attempt: Attempt }
  /** The site surely did nothing of what was being sent. */
  | { readonly kind: 'refused' }
  /** What was being sent is found on the site. */
  | { readonly kind: 'arrived'; readonly post: Post }
  /** A post of ours is found that somebody has changed since, or of which nothing is remembered. */
  | { readonly kind: 'foundOther'; readonly post: Post }
  /** The site answered, and this is the post as it has it. */
  | {
      readonly kind: 'sent';
      readonly post: Post;
      readonly asked: Asked;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site has the article's text already. */
  | {
      readonly kind: 'same';
      readonly post: Post;
      readonly version: number;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site's text was taken in; `whole` is what the article is like then, null where it differs from the post. */
  | {
      readonly kind: 'taken';
      readonly post: Post;
      readonly section: Asked['sent']['section'];
      readonly whole: Pick<Asked, 'fingerprint' | 'version'> | null;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site's post is not what was agreed on, or gone (`url` null). Nothing was sent. */
  | { readonly kind: 'conflict'; readonly url: string | null; readonly conflict: Conflict }
  /** The post lies in the site's trash, under this id. */
  | { readonly kind: 'inTrash'; readonly remoteId: string }
  /** The post is deleted there, and is to be made once more, with a mark of its own. */
  | { readonly kind: 'anew'; readonly mark: string };

/** The link after an event. */
export function afterEvent(link: LinkRecord, event: LinkEvent): LinkRecord {
  switch (event.kind) {
    case 'sending':
      return { ...link, attempt: event.attempt };
    case 'refused':
      return { ...link, attempt: null };
    case 'arrived':
      return { ...link, ...placeOf(event.post), ...leftBehind(link, event.post) };
    case 'foundOther': {
      const base = link.attempt?.snapshot ?? event.post.snapshot;
      return { ...link, ...placeOf(event.post), base, attempt: null };
    }
    case 'sent':
      return { ...agreed(link, event), ...sentAs(event.asked) };
    case 'same':
      return { ...agreed(link, event), sentVersion: event.version };
    case 'taken': {
      const { whole, section } = event;
      const sent = { slug: link.sent?.slug ?? null, section };
      return {
        ...agreed(link, event),
        ...(whole ? sentAs({ ...whole, sent }) : { sent, sentFingerprint: null, sentVersion: null }),
      };
    }
    case 'conflict':
      return { ...link, url: event.url ?? link.url, conflict: event.conflict };
    case 'inTrash':
      return { ...link, remoteId: event.remoteId };
    case 'anew':
      return { ...link, ...nowhere, mark: event.mark };
    default:
      return assertNever(event);
  }
}

/** Nothing of a post is known; what was told of it stays until there is one. */
const nowhere = {
  remoteId: null,
  url: null,
  base: null,
  attempt: null,
  sentFingerprint: null,
  sentVersion: null,
} as const;

const placeOf = ({ remoteId, url }: Post): Pick<LinkRecord, 'remoteId' | 'url'> => ({ remoteId, url });

const sentAs = ({
  sent,
  fingerprint,
  version,
}: Asked): Pick<LinkRecord, 'sent' | 'sentFingerprint' | 'sentVersion'> => ({
  sent,
  sentFingerprint: fingerprint,
  sentVersion: version,
});

/** Both sides stand on the site's post. */
const agreed = (
  link: LinkRecord,
  { post, alterations, at }: Extract<LinkEvent, { kind: 'sent' | 'same' | 'taken' }>,
): LinkRecord => ({
  ...link,
  ...placeOf(post),
  base: post.snapshot,
  attempt: null,
  conflict: null,
  syncedAt: at,
  alterations: [...alterations],
});

/** What an attempt left behind: only when all of it arrived does an equal article need no second send. */
function leftBehind({ attempt }: LinkRecord, { snapshot }: Post): Partial<LinkRecord> {
  if (attempt === null) return { base: snapshot };
  const isWhole = changedFields(attempt.snapshot, snapshot).size === 0;
  const { sent, fingerprint, version } = attempt;
  return {
    base: snapshot,
    attempt: null,
    sent,
    sentFingerprint: isWhole ? fingerprint : null,
    sentVersion: isWhole ? version : null,
  };
}

/** How an article stands with a site when nothing of it waits. */
export type Standing =
  | { readonly kind: 'unsent' }
  /** `version` of the article is there; null where the site has another text. */
  | { readonly kind: 'agreed'; readonly at: Time; readonly version: number | null }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

export function standingOf({ conflict, syncedAt, sentVersion }: LinkRecord): Standing {
  if (conflict) return { kind: 'conflict', conflict };
  return syncedAt === null ? { kind: 'unsent' } : { kind: 'agreed', at: syncedAt, version: sentVersion };
}
