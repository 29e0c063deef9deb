import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PostSnapshot } from '#shared/domain/postSnapshot';
import type { LinkRecord } from '../../store/cms/links';
import { changedFields } from '../compare/comparison';
import { afterEvent, type LinkEvent, standingOf } from './link';

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
  fc.record({ kind: of('anew'), mark: fc.uuid() }),
);

const fresh: LinkRecord = {
  articleId: 'article',
  accountId: 'account',
  mark: 'first',
  remoteId: null,
  url: null,
  base: null,
  attempt: null,
  sentFingerprint: null,
  sentVersion: null,
  sent: null,
  syncedAt: null,
  conflict: null,
  alterations: [],
};

/** What no link may be. */
function faultsOf(link: LinkRecord): readonly string[] {
  const { remoteId, url, base, sentFingerprint, sentVersion } = link;
  return [
    ...(remoteId === null && url !== null ? ['an address of no post'] : []),
    ...(remoteId === null && base !== null ? ['an agreement on no post'] : []),
    ...(base === null && sentFingerprint !== null ? ['sent, and nothing agreed on'] : []),
    ...(base === null && sentVersion !== null ? ['a version that is nowhere'] : []),
  ];
}

interface Step {
  readonly before: LinkRecord;
  readonly next: LinkEvent;
  readonly after: LinkRecord;
}

/** A conflict names the address of a post only where there is one. */
const asSaid = (next: LinkEvent, { remoteId }: LinkRecord): LinkEvent =>
  next.kind === 'conflict' && remoteId === null ? { ...next, url: null } : next;

/** Each link on the way, and the event that comes to it. */
function steps(events: readonly LinkEvent[]): readonly Step[] {
  let link = fresh;
  return events.map((event) => {
    const before = link;
    const next = asSaid(event, before);
    link = afterEvent(before, next);
    return { before, next, after: link };
  });
}

const agreements: ReadonlySet<string> = new Set(['sent', 'same', 'taken']);
const ends: ReadonlySet<string> = new Set([...agreements, 'arrived', 'refused', 'foundOther', 'anew']);

/** What may stand as agreed on after a step. */
function baseAfter({ before, next }: Step): PostSnapshot | null {
  if (next.kind === 'anew') return null;
  if (next.kind === 'foundOther' && before.attempt) return before.attempt.snapshot;
  return 'post' in next ? next.post.snapshot : before.base;
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
  (after.sentFingerprint === null && after.sentVersion === null);

/** What was asked stands as sent, whatever the site made of it. */
const isSentAsAsked = ({ next, after: { sent, sentFingerprint, sentVersion } }: Step): boolean =>
  next.kind !== 'sent' ||
  (sent === next.asked.sent &&
    sentFingerprint === next.asked.fingerprint &&
    sentVersion === next.asked.version);

const laws: readonly (readonly [string, (step: Step) => boolean])[] = [
  ['makes a legal link of every legal link', ({ after }) => faultsOf(after).length === 0],
  [
    'replaces what was agreed on only by what the site has, or by what was on its way there',
    (step) => step.after.base === baseAfter(step),
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
  expect(arrivedAs({ ...whole, ...other })).toMatchObject({ sentFingerprint: null, sentVersion: null });
});

test('an attempt that arrived with a slug of the site’s own counts as sent', () => {
  const sent = { sent: askedOnce.sent, sentFingerprint: 'asked', sentVersion: 4 };
  expect(arrivedAs({ ...whole, slug: 'ferry-2' })).toMatchObject(sent);
});
