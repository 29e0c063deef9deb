import { type Handlers, operation, operationOnFiles } from '#shared/contract/define';
import { NutgrafError } from '#shared/domain/failure';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answer, routesOf } from './answer';

const rooms = {
  room: {
    double: operation(z.strictObject({ n: z.int(), by: z.int().default(2) }), z.int()),
    refuse: operation(z.undefined(), z.null()),
    break: operation(z.undefined(), z.null()),
    write: operation(z.undefined(), z.null()),
    lie: operation(z.undefined(), z.strictObject({ honest: z.boolean() })),
    take: operationOnFiles(z.int(), z.undefined()),
    takeNone: operation(z.undefined(), z.int()),
  },
};
const handlers: Handlers<typeof rooms> = {
  room: {
    double: ({ n, by }, { windowId }) => n * by + windowId,
    refuse: () => {
      throw new NutgrafError('disk_full', 'The disk is full.', { bytes: 7 });
    },
    break: () => Promise.reject(new Error('a bug')),
    write: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
    lie: () => ({ honest: true, extra: 1 }),
    take: (_request, { files }) => files.length,
    takeNone: (_request, { files }) => files.length,
  },
};

function ask(name: unknown, request?: unknown) {
  const reported: unknown[] = [];
  const outcome = answer(
    routesOf(rooms, handlers),
    name,
    request,
    { windowId: 1, files: [{ name: 'a.md', path: '/a.md' }] },
    (where) => {
      reported.push(where);
    },
  );
  return outcome.then((value) => ({ ...value, reported }));
}

test('a handler gets the parsed request and the caller, and its answer comes back', async () => {
  expect(await ask('room.double', { n: 20 })).toEqual({ ok: true, value: 41, reported: [] });
});

test.each([[{ n: 'x' }], [{ n: 1, more: 1 }], [undefined], [null]])(
  'the malformed request %j is refused with what is wrong',
  async (request) => {
    const outcome = await ask('room.double', request);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'bad_request' }, reported: [] });
    expect(outcome).toHaveProperty('failure.detail.0.message');
  },
);

test.each(['room.nothing', 'room', '__proto__.toString', 'constructor', 7, null])(
  'there is no operation %j',
  async (name) => {
    expect(await ask(name)).toMatchObject({ ok: false, failure: { code: 'unknown_operation' } });
  },
);

test('files reach the operation that takes some, and no other', async () => {
  expect(await ask('room.take')).toMatchObject({ ok: true, value: 1 });
  expect(await ask('room.takeNone')).toMatchObject({ ok: true, value: 0 });
});

test('a failure that a handler throws crosses as it is', async () => {
  const failure = { code: 'disk_full', message: 'The disk is full.', detail: { bytes: 7 } };
  expect(await ask('room.refuse')).toEqual({ ok: false, failure, reported: [] });
});

test('a bug in a handler is reported and crosses as internal', async () => {
  const outcome = await ask('room.break');
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'internal' }, reported: ['room.break'] });
});

test('an answer that the contract does not allow never reaches the window', async () => {
  const outcome = await ask('room.lie');
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'bad_response' }, reported: ['room.lie'] });
});

test('what the disk threw is reported as what it is', async () => {
  expect(await ask('room.write')).toMatchObject({ ok: false, failure: { code: 'disk_full' }, reported: [] });
});
