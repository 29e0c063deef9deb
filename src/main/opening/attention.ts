import type { AnyJob } from '#shared/domain/anyJob';
import type { CmsLink } from '#shared/domain/cmsAccount';
import { hasGoneWrong, isUnderWay } from '#shared/domain/job';
import type { Id } from '#shared/domain/id';
import { say, saying } from '#shared/language/say';
import type { NotificationWords } from '../windows/notification';
import { quoted } from '#shared/language/formats';

/** What needs a person, and where it leads. */
export type Need = NotificationWords & {
  /** One notification for each: its kind, and its article or job. */
  readonly key: string;
  readonly lead: Lead;
};

type Lead =
  { readonly kind: 'publish'; readonly articleId: Id } | { readonly kind: 'job'; readonly job: AnyJob };

/** Hears of what may need a person while they are elsewhere. */
export interface Attention {
  readonly job: (job: AnyJob) => void;
  /** The state of these articles on their sites may have changed. */
  readonly sent: (articleIds: readonly Id[]) => void;
}

/** What is known of an article that was sent. */
export interface Sent {
  readonly headline: string;
  readonly links: readonly (Pick<CmsLink, 'state'> & { readonly site: string })[];
}

interface Needs {
  /** Whether a window of ours has the focus: then it shows everything itself. */
  readonly hasFocus: () => boolean;
  /** Null for an article that is gone. */
  readonly sentOf: (articleId: Id) => Sent | null;
  /** Returns the function that takes the notification away. */
  readonly notify: (words: NotificationWords, onClick: () => void) => () => void;
  readonly follow: (lead: Lead) => void;
}

/** Tells of each need once, as long as it lasts; one that arises before a person's eyes is not told at all. */
export function createAttention({ hasFocus, sentOf, notify, follow }: Needs): Attention {
  const told = new Map<string, () => void>();
  const tell = ({ key, lead, title, body }: Need): void => {
    if (told.has(key)) return;
    told.set(key, hasFocus() ? () => undefined : notify({ title, body }, () => follow(lead)));
  };
  const forget = (key: string): void => {
    told.get(key)?.();
    told.delete(key);
  };
  return {
    job: (job) => {
      const need = needOfJob(job);
      if (need) tell(need);
      else forget(keyOfJob(job));
    },
    sent: (articleIds) => {
      for (const articleId of articleIds) {
        const sent = sentOf(articleId);
        const needs = sent ? needsOfSent(articleId, sent) : [];
        const lasting = new Set(needs.map(({ key }) => key));
        const ofArticle = [...told.keys()].filter((key) => key.endsWith(`.${articleId}`));
        for (const key of ofArticle.filter((known) => !lasting.has(known))) forget(key);
        for (const need of needs) tell(need);
      }
    },
  };
}

const nameOf = (headline: string): string =>
  headline.trim() === '' ? say('An article without a headline') : quoted(headline.trim());

/** Failures that signing in would mend. */
const ofSignIn: ReadonlySet<string> = new Set(['cms_sign_in', 'cms_secret_missing']);

/** What an article's sites need a person for. */
function needsOfSent(articleId: Id, { headline, links }: Sent): readonly Need[] {
  const lead: Lead = { kind: 'publish', articleId };
  const name = nameOf(headline);
  return links.flatMap(({ site, state }): readonly Need[] => {
    if (state.kind === 'conflict')
      return [
        {
          key: `conflict.${articleId}`,
          title: say('{site} has changed an article too', { site }),
          body: say('{name} was not sent, and both texts are safe. Choose what stays.', { name }),
          lead,
        },
      ];
    if (state.kind !== 'failed') return [];
    const { code, message } = state.failure;
    return ofSignIn.has(code)
      ? [
          {
            key: `signIn.${articleId}`,
            title: say('{site} asks you to sign in', { site }),
            body: say('{name} was not sent. It is safe here and goes once you have signed in.', { name }),
            lead,
          },
        ]
      : [
          {
            key: `failed.${articleId}`,
            title: say('{name} was not sent to {site}', { name, site }),
            body: message,
            lead,
          },
        ];
  });
}

const keyOfJob = ({ kind, id }: AnyJob): string => `${kind}.${id}`;

/** Null while it runs, and for one that went well or that a person cancelled. */
function needOfJob(job: AnyJob): Need | null {
  if (isUnderWay(job) || job.state === 'cancelled' || !hasGoneWrong(job)) return null;
  const { kind, total, failed, failure } = job;
  const { title, body } = jobWords[kind];
  return {
    key: keyOfJob(job),
    title: title(),
    body: failure?.message ?? body(failed, total),
    lead: { kind: 'job', job },
  };
}

const jobWords = {
  import: {
    title: saying('An import ended with failures'),
    body: (failed, total) =>
      say(
        '{failed, number} of {total, plural, one {# file} other {# files}} could not be imported. The rest is done, and nothing is lost.',
        { failed, total },
      ),
  },
  export: {
    title: saying('An export ended with failures'),
    body: (failed, total) =>
      say(
        '{failed, number} of {total, plural, one {# article} other {# articles}} could not be exported. The rest is done, and nothing is lost.',
        { failed, total },
      ),
  },
} as const satisfies Record<
  AnyJob['kind'],
  { readonly title: () => string; readonly body: (failed: number, total: number) => string }
>;
