import { beforeEach, expect, test } from 'vitest';
import type { Id } from '#shared/domain/id';
import { ensureAccount } from '../../store/cms/accounts';
import { keepWrite } from '../../store/cms/unsureWrites';
import type { Store } from '../../store/store';
import { type TestClock, testClock, testStore } from '../../store/testing/testStore';
import { sentOnce } from './once';
import { SiteFailure, type SiteFailureFacts } from '../siteFailure';

const key = 'post:one';
let clock: TestClock;
let store: Store;
let account: Id;
/** What the site has made, and how often it was asked to. */
let there: string | null;
let asked: number;
let looked: number;

beforeEach(() => {
  clock = testClock();
  store = testStore({ now: clock.now });
  account = ensureAccount(store, {
    kind: 'wordpress',
    url: 'https://example.org',
    fields: { user: 'desk' },
  }).id;
  [there, asked, looked] = [null, 0, 0];
});

const find = async (): Promise<string | null> => {
  looked += 1;
  return there;
};

/** Sends once as a delivery does: what was sent before is looked for first. */
async function attempt(make: () => void): Promise<string> {
  const once = sentOnce(store, account);
  if (once.isUnsure(key)) {
    const earlier = await find();
    if (earlier !== null) {
      once.found(key);
      return `found ${earlier}`;
    }
    once.notFound(key);
  }
  const sending = async (): Promise<string> => {
    asked += 1;
    make();
    return 'post';
  };
  const { kind, value } = await once.send({ key, mostMs: 30_000, find, make: sending });
  return `${kind} ${value}`;
}

const failing =
  (facts: SiteFailureFacts, code: SiteFailure['code'] = 'cms_server_error') =>
  (): never => {
    throw new SiteFailure(code, 'No.', facts);
  };
const noAnswer = failing({ maybeDone: true }, 'cms_unreachable');
const gateway = failing({ maybeDone: true, status: 502 });

test('a good answer needs no look, and leaves nothing behind', async () => {
  expect(await attempt(() => undefined)).toBe('made post');
  expect(sentOnce(store, account).isUnsure(key)).toBe(false);
  expect(looked).toBe(0);
});

test('what surely was not done is sent again at once', async () => {
  await expect(attempt(failing({ maybeDone: false }, 'cms_unreachable'))).rejects.toThrow('No.');
  expect(await attempt(() => undefined)).toBe('made post');
});

test.each([400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504, 307, 200])(
  'after %i what was done all the same is found, and not sent again',
  async (status) => {
    const answered = attempt(() => {
      there = 'post';
      failing({ maybeDone: true, status }, 'cms_refused')();
    });
    expect(await answered).toBe('found post');
    expect(asked).toBe(1);
  },
);

test('what comes late is found by a later look, also after a restart of the app', async () => {
  await expect(attempt(gateway)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  for (const ms of [5000, 10_000]) {
    clock.pass(ms);
    await expect(attempt(() => undefined)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  }
  there = 'post';
  clock.pass(20_000);
  expect(await attempt(() => undefined)).toBe('found post');
  expect(asked).toBe(1);
});

test('the pauses between the looks grow, and end', async () => {
  await expect(attempt(failing({ maybeDone: true, status: 504 }))).rejects.toMatchObject({
    facts: { lookInMs: 5000 },
  });
  const pauses: number[] = [];
  for (let wait = 5000; asked < 2;) {
    clock.pass(wait);
    const failure: unknown = await attempt(() => undefined).catch((error: unknown) => error);
    if (!(failure instanceof SiteFailure)) break;
    wait = failure.facts.lookInMs ?? 0;
    pauses.push(wait);
  }
  expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000]);
  expect(asked).toBe(2);
});

test('sending again and again by hand makes no pause shorter', async () => {
  await expect(attempt(noAnswer)).rejects.toThrow('No.');
  for (let press = 0; press < 30; press += 1) {
    clock.pass(1000);
    await expect(attempt(() => undefined)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  }
  expect(asked).toBe(1);
});

test('a clock that jumped ahead is not taken for a look', async () => {
  await expect(attempt(noAnswer)).rejects.toThrow('No.');
  clock.pass(86_400_000);
  await expect(attempt(() => undefined)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  clock.pass(60_000);
  expect(await attempt(() => undefined)).toBe('made post');
});

test('a clock that was set back between two starts holds nothing up', async () => {
  keepWrite(store, account, key, { looks: 0, quietUntil: clock.now() + 86_400_000, refused: null });
  await expect(attempt(() => undefined)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  clock.pass(36_000);
  expect(await attempt(() => undefined)).toBe('made post');
});

test('what was under way when the app was killed is looked for first', async () => {
  const killed = sentOnce(store, account).send({
    key,
    mostMs: 30_000,
    find,
    make: () => new Promise<string>(() => undefined),
  });
  void killed;
  clock.pass(40_000);
  await expect(attempt(() => undefined)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  there = 'post';
  expect(await attempt(() => undefined)).toBe('found post');
  expect(asked).toBe(0);
});

test('the answer of the site’s own API is reported at once, and checked all the same', async () => {
  const refused = failing({ maybeDone: true, status: 400, siteCode: 'empty_content' }, 'cms_refused');
  await expect(attempt(refused)).rejects.toMatchObject({ code: 'cms_refused' });
  expect(looked).toBe(1);
  expect(sentOnce(store, account).isUnsure(key)).toBe(true);
});

test('another refusal is reported once the site had its time, and can be sent again after that', async () => {
  const refused = failing({ maybeDone: true, status: 403 }, 'cms_forbidden');
  await expect(attempt(refused)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  clock.pass(36_000);
  await expect(attempt(refused)).rejects.toMatchObject({ code: 'cms_answer_lost' });
  clock.pass(36_000);
  await expect(attempt(refused)).rejects.toMatchObject({ code: 'cms_forbidden' });
  expect(asked).toBe(1);
  expect(await attempt(() => undefined)).toBe('made post');
});

test('a site that asks to be left in peace is not looked at before', async () => {
  const busy = failing({ maybeDone: true, status: 503, retryAfterMs: 600_000 }, 'cms_busy');
  await expect(attempt(busy)).rejects.toMatchObject({ code: 'cms_busy' });
  expect(looked).toBe(0);
});
