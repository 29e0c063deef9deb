import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import { createArticle } from '../../store/articles/articles';
import { ensureAccount } from '../../store/cms/accounts';
import { ensureLink, getLink, type LinkRecord, removeLink } from '../../store/cms/links';
import { testStore } from '../../store/testing/testStore';
import { changedFields } from '../compare/comparison';
import { afterEvent, type LinkEvent, standingOf } from './link';
import { writeLink } from './writeLink';

const words = fc.constantFrom('', 'Harbour plan approved', 'Ferry strike ends', 'निर्णय');
const terms = fc.option(fc.uniqueArray(fc.constantFrom('1', '2', '3')), { nil: null });
const snapshot: fc.Arbitrary<PostSnapshot> = fc.record({
  headline: words,
  standfirst: words,
  slug: fc.option(words, { nil: null }),
  content: words,
  sections: terms,
  hashtags: terms,
});
const post = fc.record({ remoteId: fc.constantFrom('7', '8'), url: fc.webUrl(), snapshot });
const asked = fc.record({
  sent: fc.record({
    slug: fc.option(words, { nil: null }),
    section: fc.option(fc.array(words), { nil: null }),
  }),
  fingerprint: fc.string(),
  version: fc.nat(),
});
const told = { alterations: fc.array(words), at: fc.nat() };
const conflict = fc.record({ at: fc.nat(), differences: fc.constant([]), seen: fc.string() });
const of = <Kind extends LinkEvent['kind']>(kind: Kind) => fc.constant(kind);

const event: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.record({
    kind: of('sending'),
    attempt: fc.tuple(snapshot, asked).map(([sent, rest]) => ({ snapshot: sent, ...rest })),
  }),
  fc.record({ kind: of('refused') }),
  fc.record({ kind: of('arrived'), post }),
  fc.record({ kind: of('foundOther'), post }),
  fc.record({ kind: of('sent'), post, asked, ...told }),
  fc.record({ kind: of('same'), post, version: fc.nat(), ...told }),
  fc.record({
    kind: of('taken'),
    post,
    section: fc.option(fc.array(words), { nil: null }),
    whole: fc.option(asked, { nil: null }),
    ...told,
  }),
  fc.record({ kind: of('conflict'), url: fc.option(fc.webUrl(), { nil: null }), conflict }),
  fc.record({ kind: of('inTrash'), remoteId: fc.constantFrom('7', '8') }),
  fc.record({ kind: of('anew'), mark: fc.uuid({ version: 7 }) }),
);

const fresh: LinkRecord = {
  articleId: 'article',
  accountId: 'account',
  mark: 'first',
  post: { kind: 'none' },
  attempt: null,
  sent: null,
  syncedAt: null,
  conflict: null,
  alterations: [],
};

interface Step {
  readonly before: LinkRecord;
  readonly next: LinkEvent;
  readonly after: LinkRecord;
}

/** Each link on the way, and the event that comes to it. */
function steps(events: readonly LinkEvent[]): readonly Step[] {
  let link = fresh;
  return events.map((next) => {
    const before = link;
    link = afterEvent(before, next);
    return { before, next, after: link };
  });
}

const agreements: ReadonlySet<string> = new Set(['sent', 'same', 'taken']);
const ends: ReadonlySet<string> = new Set([...agreements, 'arrived', 'refused', 'foundOther', 'anew']);

const agreedOn = ({ post: there }: LinkRecord) => (there.kind === 'agreed' ? there : undefined);

/** What may stand as agreed on after a step. */
function baseAfter({ before, next }: Step): PostSnapshot | undefined {
  if (next.kind === 'anew') return undefined;
  if (next.kind === 'foundOther' && before.attempt) return before.attempt.snapshot;
  return 'post' in next ? next.post.snapshot : agreedOn(before)?.base;
}

function attemptAfter({ before, next }: Step): LinkRecord['attempt'] {
  if (next.kind === 'sending') return next.attempt;
  return ends.has(next.kind) ? null : before.attempt;
}

function conflictAfter({ before, next }: Step): LinkRecord['conflict'] {
  if (next.kind === 'conflict') return next.conflict;
  return agreements.has(next.kind) ? null : before.conflict;
}

/** An attempt of which a part is missing there counts as not sent, so that the next send is one. */
const isSentAgain = ({ before: { attempt }, next, after }: Step): boolean =>
  next.kind !== 'arrived' ||
  attempt === null ||
  changedFields(attempt.snapshot, next.post.snapshot).size === 0 ||
  (agreedOn(after)?.fingerprint === null && agreedOn(after)?.version === null);

/** What was asked stands as sent, whatever the site made of it. */
const isSentAsAsked = ({ next, after }: Step): boolean =>
  next.kind !== 'sent' ||
  (after.sent === next.asked.sent &&
    agreedOn(after)?.fingerprint === next.asked.fingerprint &&
    agreedOn(after)?.version === next.asked.version);

const laws: readonly (readonly [string, (step: Step) => boolean])[] = [
  [
    'replaces what was agreed on only by what the site has, or by what was on its way there',
    (step) => agreedOn(step.after)?.base === baseAfter(step),
  ],
  [
    'leaves what is on its way known until the post is found, answered for, refused, or made anew',
    (step) => step.after.attempt === attemptAfter(step),
  ],
  ['leaves a conflict until both sides agree again', (step) => step.after.conflict === conflictAfter(step)],
  [
    'changes the mark only of a post that is made anew',
    ({ before, next, after }) => after.mark === (next.kind === 'anew' ? next.mark : before.mark),
  ],
  ['never takes an attempt that arrived in part for sent', isSentAgain],
  ['takes what was asked of the site for sent once it answered', isSentAsAsked],
  [
    'tells a conflict before anything else',
    ({ after }) => after.conflict === null || standingOf(after).kind === 'conflict',
  ],
];

test.each(laws)('any event %s', (_, isKept) => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      expect(steps(events).filter((step) => !isKept(step))).toEqual([]);
    }),
  );
});

test('a link reads back from the store as the events made it', () => {
  const store = testStore();
  const { id: articleId } = createArticle(store, { headline: 'Quay' });
  const accountId = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  }).id;
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), (events) => {
      removeLink(store, articleId, accountId);
      const made = ensureLink(store, articleId, accountId);
      const place = { store, articleId, accountId };
      const written = events.reduce((_, each) => writeLink(place, each), made);
      expect(written).toEqual(events.reduce(afterEvent, made));
      expect(getLink(store, articleId, accountId)).toEqual(written);
    }),
    { numRuns: 50 },
  );
});

const whole: PostSnapshot = {
  headline: 'Ferry strike ends',
  standfirst: 'Crews are back',
  slug: 'ferry',
  content: '<p>One.</p>',
  sections: ['1'],
  hashtags: ['2', '3'],
};
const askedOnce = { sent: { slug: 'ferry', section: ['News'] }, fingerprint: 'asked', version: 4 };
const arrivedAs = (there: PostSnapshot): LinkRecord => {
  const sending = afterEvent(fresh, { kind: 'sending', attempt: { snapshot: whole, ...askedOnce } });
  return afterEvent(sending, {
    kind: 'arrived',
    post: { remoteId: '7', url: 'https://example.org/7', snapshot: there },
  });
};

test.each<Partial<PostSnapshot>>([
  { headline: 'Ferry strike' },
  { standfirst: '' },
  { content: '<p>One</p>' },
  { sections: [] },
  { hashtags: ['2'] },
])('an attempt that arrived but for %j counts as not sent', (other) => {
  expect(arrivedAs({ ...whole, ...other })).toMatchObject({ post: { fingerprint: null, version: null } });
});

test('an attempt that arrived with a slug of the site’s own counts as sent', () => {
  const sent = { sent: askedOnce.sent, post: { fingerprint: 'asked', version: 4 } };
  expect(arrivedAs({ ...whole, slug: 'ferry-2' })).toMatchObject(sent);
});
