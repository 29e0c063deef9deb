import { NutgrafError, type Failure } from '#shared/domain/failure';
import { say } from '#shared/language/say';

/** What can go wrong at a site, and whether trying again can help without the user. */
const siteFailures = {
  /** No answer: no network, no such host, nothing listening, a timeout. */
  cms_unreachable: { retried: true },
  /** The connection is not safe: a certificate that is expired, another site's or untrusted. */
  cms_certificate: { retried: true },
  /** The network's proxy does not let us through. */
  cms_proxy: { retried: true },
  /** The network answered in place of the site and wants the user to sign in first. */
  cms_portal: { retried: true },
  /** The site asks us to come back later: 429 or 503. */
  cms_busy: { retried: true },
  /** The site reported an error of its own: the rest of 5xx. */
  cms_server_error: { retried: true },
  /** An answer that cannot be read, for example an empty one or one that begins with a PHP notice. */
  cms_bad_answer: { retried: true },
  /** An answer was lost, or does not say what was done: the site is checked before anything is sent again. */
  cms_answer_lost: { retried: true },
  /** The post has changed since it was last read, so the site refused to change it. */
  cms_collision: { retried: true },
  cms_sign_in: { retried: false },
  cms_forbidden: { retried: false },
  /** What answers there is not a site of this kind. */
  cms_other_system: { retried: false },
  cms_moved: { retried: false },
  cms_gone: { retried: false },
  cms_refused: { retried: false },
  /** An answer or a post larger than any article. */
  cms_too_large: { retried: false },
} as const satisfies Record<string, { readonly retried: boolean }>;

export type SiteFailureCode = keyof typeof siteFailures;

export interface SiteFailureFacts {
  /** The site may have done what it was asked: every answer to a write except one that came before any work. */
  readonly maybeDone?: boolean;
  /** When to look again for what was sent, ms. */
  readonly lookInMs?: number;
  readonly retryAfterMs?: number;
  readonly status?: number;
  /** The site's own code, for example `rest_cannot_create`. */
  readonly siteCode?: string;
  /** The site's id of what it says it already has. */
  readonly existingId?: number;
  /** For a post that is gone: it is in the trash, from which it can be restored. */
  readonly trashed?: boolean;
  readonly remoteId?: string;
}

/** A failure of a site, with what a retry has to know. */
export class SiteFailure extends NutgrafError {
  constructor(
    override readonly code: SiteFailureCode,
    message: string,
    readonly facts: SiteFailureFacts = {},
  ) {
    super(code, message, { ...facts });
  }
}

export const postTooLarge = (facts: SiteFailureFacts = {}): SiteFailure =>
  new SiteFailure(
    'cms_too_large',
    say(
      'The post on the site is longer or more deeply nested than an article can be, so it could not be compared with yours. Your text is safe here, and the post was not changed. Shorten the post on the site, then send again.',
    ),
    facts,
  );

/** A failure of a site that was stored as data. */
export function siteFailureOf({ code, message }: Failure): SiteFailure {
  return new SiteFailure(isSiteFailureCode(code) ? code : 'cms_refused', message);
}

const isSiteFailureCode = (code: string): code is SiteFailureCode => Object.hasOwn(siteFailures, code);

/** Whether the network is the problem, so that what is waiting may go out once that changes. */
export function isOfNetwork({ code }: SiteFailure): boolean {
  return (networkFailures as readonly SiteFailureCode[]).includes(code);
}

export const networkFailures = ['cms_unreachable', 'cms_certificate', 'cms_proxy', 'cms_portal'] as const;

/** Whether trying again may help without anybody's doing. */
export function isRetried(failure: unknown): boolean {
  return failure instanceof SiteFailure && siteFailures[failure.code].retried;
}
