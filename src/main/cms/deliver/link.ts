import type { Time } from '#shared/domain/id';
import { assertNever } from '#shared/domain/failure';
import type { LinkPost, LinkRecord } from '../../store/cms/links';
import type { RemotePost } from '../adapter';
import { changedFields } from '../compare/comparison';

type Attempt = NonNullable<LinkRecord['attempt']>;
type Conflict = NonNullable<LinkRecord['conflict']>;
type Post = Pick<RemotePost, 'remoteId' | 'url' | 'snapshot'>;

/** What was sent to the site, by its mark and content, and of which version of the article. */
type Asked = Pick<Attempt, 'sent' | 'fingerprint' | 'version'>;

/** What happens to the link between one article and one site. */
export type LinkEvent =
  /** A create or an update is about to be sent: recorded first, so that a lost answer finds it. */
  | { readonly kind: 'sending'; readonly attempt: Attempt }
  /** The site certainly did nothing of what was being sent. */
  | { readonly kind: 'refused' }
  /** What was being sent was found on the site. */
  | { readonly kind: 'arrived'; readonly post: Post }
  /** A post of ours was found that somebody has changed since, or about which nothing is recorded. */
  | { readonly kind: 'foundOther'; readonly post: Post }
  /** The site answered, and this is the post as it has it. */
  | {
      readonly kind: 'sent';
      readonly post: Post;
      readonly asked: Asked;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site already has the article's text. */
  | {
      readonly kind: 'same';
      readonly post: Post;
      readonly version: number;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site's text was taken; `whole` is the article as it then is, null where it differs from the post. */
  | {
      readonly kind: 'taken';
      readonly post: Post;
      readonly section: Asked['sent']['section'];
      readonly whole: Pick<Asked, 'fingerprint' | 'version'> | null;
      readonly alterations: readonly string[];
      readonly at: Time;
    }
  /** The site's post differs from the base, or is gone (`url` null). Nothing was sent. */
  | { readonly kind: 'conflict'; readonly url: string | null; readonly conflict: Conflict }
  /** The post is in the site's trash, under this id. */
  | { readonly kind: 'inTrash'; readonly remoteId: string }
  /** The post was deleted there, and is to be created again, with a new mark. */
  | { readonly kind: 'anew'; readonly mark: string };

/** The link after an event. */
export function afterEvent(link: LinkRecord, event: LinkEvent): LinkRecord {
  switch (event.kind) {
    case 'sending':
      return { ...link, attempt: event.attempt };
    case 'refused':
      return { ...link, attempt: null };
    case 'arrived':
      return afterArrival(link, event.post);
    case 'foundOther':
      return {
        ...link,
        post: { ...agreedOn(event.post), base: link.attempt?.snapshot ?? event.post.snapshot },
        attempt: null,
      };
    case 'sent':
      return { ...agreed(link, event, event.asked), sent: event.asked.sent };
    case 'same':
      return agreed(link, event, { ...wholeOf(link), version: event.version });
    case 'taken': {
      const sent = { slug: link.sent?.slug ?? null, section: event.section };
      return { ...agreed(link, event, event.whole ?? unsent), sent };
    }
    case 'conflict':
      return { ...link, post: at(link.post, event.url), conflict: event.conflict };
    case 'inTrash':
      return { ...link, post: under(link.post, event.remoteId) };
    case 'anew':
      return { ...link, post: { kind: 'none' }, attempt: null, mark: event.mark };
    default:
      return assertNever(event);
  }
}

type Agreed = Extract<LinkPost, { kind: 'agreed' }>;

/** Which article the site has: none as a whole. */
const unsent = { fingerprint: null, version: null } as const;

/** Both sides have the site's post as their base; given which article is there as a whole. */
const agreedOn = (
  { remoteId, url, snapshot }: Post,
  { fingerprint, version }: Pick<Agreed, 'fingerprint' | 'version'> = unsent,
): Agreed => ({ kind: 'agreed', remoteId, url, base: snapshot, fingerprint, version });

const agreed = (
  link: LinkRecord,
  { post, alterations, at: syncedAt }: Extract<LinkEvent, { kind: 'sent' | 'same' | 'taken' }>,
  whole: Pick<Agreed, 'fingerprint' | 'version'>,
): LinkRecord => ({
  ...link,
  post: agreedOn(post, whole),
  attempt: null,
  conflict: null,
  syncedAt,
  alterations: [...alterations],
});

/** What an attempt left behind: only if all of it arrived does an equal article need no second send. */
function afterArrival(link: LinkRecord, post: Post): LinkRecord {
  const { attempt } = link;
  if (attempt === null) return { ...link, post: agreedOn(post, wholeOf(link)) };
  const isWhole = changedFields(attempt.snapshot, post.snapshot).size === 0;
  return { ...link, post: agreedOn(post, isWhole ? attempt : unsent), attempt: null, sent: attempt.sent };
}

const wholeOf = ({ post }: LinkRecord): Pick<Agreed, 'fingerprint' | 'version'> =>
  post.kind === 'agreed' ? post : unsent;

/** A post that is gone keeps its address. */
const at = (post: LinkPost, url: string | null): LinkPost =>
  post.kind === 'none' || url === null ? post : { ...post, url };

const under = (post: LinkPost, remoteId: string): LinkPost =>
  post.kind === 'none' ? { kind: 'found', remoteId, url: null } : { ...post, remoteId };

/** The base, or the post as the site has it now where there is no base. */
export const baseOf = ({ post }: Pick<LinkRecord, 'post'>, now: Pick<Post, 'snapshot'>): Agreed['base'] =>
  post.kind === 'agreed' ? post.base : now.snapshot;

/** An article's state on a site when nothing is waiting. */
export type Standing =
  | { readonly kind: 'unsent' }
  /** The site has `version` of the article; null where it has another text. */
  | { readonly kind: 'agreed'; readonly at: Time; readonly version: number | null }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

export function standingOf(link: LinkRecord): Standing {
  const { conflict, syncedAt } = link;
  if (conflict) return { kind: 'conflict', conflict };
  if (syncedAt === null) return { kind: 'unsent' };
  return { kind: 'agreed', at: syncedAt, version: wholeOf(link).version };
}
