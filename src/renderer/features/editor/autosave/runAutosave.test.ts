import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '#shared/document/schema';
import type { Article } from '#shared/domain/article';
import { NutgrafError } from '#shared/domain/failure';
import { SAVE_DELAY } from './autosave';
import { article, bodyJson, flushPromises, manualClock, memoryStore, paragraphs } from './fixtures';
import { runAutosave } from './runAutosave';
import { bodyOf, differingFields, storedBody, storyOf } from './story';
import type { Body } from './story';

/** An open article on a store whose answers can be held back or refused. */
function setUp(first: Article = article()) {
  const clock = manualClock();
  const store = memoryStore(first);
  const gate = { broken: false, latency: 0, onTheirWay: 0, mostAtOnce: 0 };
  const answers = (): Promise<void> =>
    gate.latency === 0 ? Promise.resolve() : new Promise((resolve) => clock.after(gate.latency, resolve));
  const autosave = runAutosave(first, {
    ...clock,
    save: async ({ baseVersion, patch }) => {
      gate.onTheirWay += 1;
      gate.mostAtOnce = Math.max(gate.mostAtOnce, gate.onTheirWay);
      await answers();
      gate.onTheirWay -= 1;
      if (gate.broken) throw new NutgrafError('disk_full', 'The disk is full.');
      return store.save(baseVersion, patch, clock.now());
    },
  });
  return { clock, store, gate, autosave, kind: () => autosave.state().saving.kind };
}

describe('autosave', () => {
  it('saves half a second after the first change, while the typing goes on', async () => {
    const { autosave, clock, store } = setUp();
    autosave.edit({ headline: 'T' });
    await clock.pass(400);
    autosave.edit({ headline: 'Tw' });
    expect(store.current().headline).toBe('One');
    await clock.pass(100);
    expect(store.current().headline).toBe('Tw');
  });

  it('saves when its alarm rings, though the clock says that it is a little early, or was set back', async () => {
    for (const back of [0.3, 86_400_000]) {
      const clock = manualClock();
      const store = memoryStore(article());
      const autosave = runAutosave(article(), {
        now: () => clock.now() - (clock.now() > 1200 ? back : 0),
        after: (delay, run) => clock.after(delay, run),
        save: async ({ baseVersion, patch }) => store.save(baseVersion, patch, clock.now()),
      });
      autosave.edit({ headline: 'Typed' });
      await clock.pass(1000);
      expect(store.current().headline).toBe('Typed');
      expect(autosave.state().saving.kind).toBe('settled');
    }
  });

  it('calls nothing saved that was typed while a save was on its way', async () => {
    const { autosave, clock, gate, store, kind } = setUp();
    gate.latency = 200;
    autosave.edit({ headline: 'Two' });
    await clock.pass(SAVE_DELAY + 50);
    expect(kind()).toBe('sending');
    autosave.edit({ headline: 'Two and more' });
    await clock.pass(200);
    expect(store.current().headline).toBe('Two');
    expect(autosave.state().saved.headline).toBe('Two');
    expect(kind()).toBe('waiting');
    await clock.pass(SAVE_DELAY + 200);
    expect(store.current().headline).toBe('Two and more');
    expect(kind()).toBe('settled');
  });

  it('does not write a change that was taken back', async () => {
    const { autosave, clock, store, kind } = setUp();
    autosave.edit({ headline: 'Two' });
    autosave.edit({ headline: 'One' });
    await clock.pass(SAVE_DELAY);
    expect(store.versions).toHaveLength(1);
    expect(kind()).toBe('settled');
  });

  it('flushes all that is on the screen, also what comes behind a save on its way', async () => {
    const { autosave, clock, gate, store } = setUp();
    gate.latency = 100;
    autosave.edit({ headline: 'Two' });
    void autosave.flush();
    autosave.edit({ headline: 'Three' });
    const flushed = autosave.flush();
    await clock.pass(300);
    expect(await flushed).toBe(true);
    expect(store.current().headline).toBe('Three');
  });

  it('keeps the words and tries again when the disk is full', async () => {
    const { autosave, clock, gate, store, kind } = setUp();
    gate.broken = true;
    autosave.edit({ headline: 'Two' });
    expect(await autosave.flush()).toBe(false);
    expect(autosave.state().saving).toMatchObject({ kind: 'failing', failure: { code: 'disk_full' } });
    await clock.pass(4000);
    expect(autosave.state().story.headline).toBe('Two');
    gate.broken = false;
    await clock.pass(5000);
    expect(store.current().headline).toBe('Two');
    expect(kind()).toBe('settled');
  });
});

describe('two writers', () => {
  it('shows another’s text quietly when nothing here is unsaved', () => {
    const { autosave, store, clock } = setUp();
    autosave.notice(store.write({ headline: 'Theirs' }, clock.now()));
    expect(autosave.state()).toMatchObject({ version: 2, story: { headline: 'Theirs' } });
  });

  it('merges changes to different fields automatically', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours' });
    autosave.notice(store.write({ body: bodyJson('Theirs') }, clock.now()));
    await clock.pass(SAVE_DELAY + 100);
    expect(store.current()).toMatchObject({ headline: 'Ours', body: bodyJson('Theirs') });
    expect(autosave.state().story.body.json()).toEqual(bodyJson('Theirs'));
    expect(kind()).toBe('settled');
  });

  it('writes nothing while both have changed the same field, until someone chooses', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours', slug: 'ours' });
    store.write({ headline: 'Theirs' }, clock.now());
    await clock.pass(5000);
    expect(autosave.state().saving).toMatchObject({ kind: 'conflict', choices: [{ field: 'headline' }] });
    expect(store.current().headline).toBe('Theirs');
    autosave.edit({ byline: 'Typed since' });
    autosave.choose('mine');
    await clock.pass(100);
    expect(store.current()).toMatchObject({ headline: 'Ours', slug: 'ours', byline: 'Typed since' });
    expect(kind()).toBe('settled');
  });

  it('taking theirs keeps what only this side changed', async () => {
    const { autosave, store, clock } = setUp();
    autosave.edit({ headline: 'Ours', slug: 'ours' });
    store.write({ headline: 'Theirs' }, clock.now());
    await clock.pass(SAVE_DELAY);
    autosave.choose('theirs');
    await clock.pass(100);
    expect(store.current()).toMatchObject({ headline: 'Theirs', slug: 'ours' });
  });

  it('lets the person choose over what the other side wrote last', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours' });
    store.write({ headline: 'Theirs' }, clock.now());
    await clock.pass(SAVE_DELAY);
    autosave.notice(store.write({ headline: 'Theirs again' }, clock.now()));
    expect(autosave.state().saving).toMatchObject({ kind: 'conflict', theirs: { headline: 'Theirs again' } });
    autosave.choose('mine');
    await clock.pass(100);
    expect(kind()).toBe('settled');
    expect(store.current().headline).toBe('Ours');
  });

  it('joins what both typed in different paragraphs, though neither has rested', async () => {
    const first = article({ body: paragraphs('One', 'Two') });
    const { autosave, store, clock, kind } = setUp(first);
    autosave.edit({ body: storedBody(paragraphs('One, ours', 'Two')) });
    store.write({ body: paragraphs('One', 'Two, theirs') }, clock.now());
    await clock.pass(SAVE_DELAY + 100);
    expect(kind()).toBe('settled');
    expect(store.current().body).toEqual(paragraphs('One, ours', 'Two, theirs'));
  });

  it('resolves each choice separately, and nothing while one is left that nobody was asked about', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours', kicker: 'Ours' });
    store.write({ headline: 'Theirs', kicker: 'Theirs' }, clock.now());
    await clock.pass(SAVE_DELAY);
    autosave.choose(new Map([['headline', 'theirs']]));
    await clock.pass(100);
    expect(kind()).toBe('conflict');
    autosave.choose(
      new Map([
        ['headline', 'theirs'],
        ['kicker', 'mine'],
      ]),
    );
    await clock.pass(100);
    expect(store.current()).toMatchObject({ headline: 'Theirs', kicker: 'Ours' });
  });

  it('goes on comparing while a person types: what became the same needs no choice', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours' });
    store.write({ headline: 'Theirs' }, clock.now());
    await clock.pass(SAVE_DELAY);
    expect(kind()).toBe('conflict');
    autosave.edit({ headline: 'Theirs' });
    await clock.pass(SAVE_DELAY + 100);
    expect(kind()).toBe('settled');
  });

  it('asks again when the other side wrote on before the choice', async () => {
    const { autosave, store, clock, kind } = setUp();
    autosave.edit({ headline: 'Ours' });
    store.write({ headline: 'Theirs' }, clock.now());
    await clock.pass(SAVE_DELAY);
    store.write({ headline: 'Theirs again' }, clock.now());
    autosave.choose('mine');
    await clock.pass(100);
    expect(kind()).toBe('conflict');
    expect(store.current().headline).toBe('Theirs again');
  });
});

it('saves what a choice held back, once typing has made both sides say the same', async () => {
  const { autosave, clock, store, kind } = setUp();
  autosave.edit({ body: storedBody(bodyJson('Ours')), headline: 'Ours' });
  autosave.notice(store.write({ headline: 'Theirs' }, clock.now()));
  await clock.pass(SAVE_DELAY);
  expect(kind()).toBe('conflict');
  autosave.edit({ headline: 'Theirs' });
  await clock.pass(2 * SAVE_DELAY);
  expect(kind()).toBe('settled');
  expect(store.current()).toMatchObject({ headline: 'Theirs', body: bodyJson('Ours') });
});

const move = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('body' as const), text: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('key' as const), text: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('other' as const), text: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 1500 }) }),
  fc.record({ kind: fc.constant('break' as const), broken: fc.boolean() }),
  fc.record({ kind: fc.constant('slow' as const), ms: fc.constantFrom(0, 50, 700) }),
  fc.constant({ kind: 'flush' as const }),
  fc.record({
    kind: fc.constant('choose' as const),
    choice: fc.constantFrom('mine' as const, 'theirs' as const),
  }),
);

/** The body after a key press in its first block, or below all of them. */
function typedIn(body: Body, text: string): Body {
  const doc = body.doc ?? Node.fromJSON(schema, body.json());
  const typed = schema.node('paragraph', { id: `typed ${text}` }, [schema.text(`${text}.`)]);
  const { content } = doc;
  return bodyOf(doc.copy(text.length % 2 === 0 ? content.addToEnd(typed) : content.replaceChild(0, typed)));
}

describe('whatever happens in whatever order', () => {
  it('never calls saved what is not committed, sends one save at a time, and ends with all words safe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const { autosave, clock, store, gate } = setUp();
        const checkSafety = (): void => {
          const { story, saved, saving, version } = autosave.state();
          const committed = store.versions.find((one) => one.version === version);
          expect(committed && differingFields(saved, storyOf(committed))).toEqual([]);
          expect(saving.kind === 'settled' ? differingFields(story, saved) : []).toEqual([]);
        };
        autosave.subscribe(checkSafety);
        for (const one of moves) {
          if (one.kind === 'type') autosave.edit({ headline: one.text });
          if (one.kind === 'body') autosave.edit({ body: storedBody(bodyJson(`${one.text}.`)) });
          if (one.kind === 'key') autosave.edit({ body: typedIn(autosave.state().story.body, one.text) });
          if (one.kind === 'other') autosave.notice(store.write({ headline: one.text }, clock.now()));
          if (one.kind === 'pass') await clock.pass(one.ms);
          if (one.kind === 'break') gate.broken = one.broken;
          if (one.kind === 'slow') gate.latency = one.ms;
          if (one.kind === 'flush') void autosave.flush();
          if (one.kind === 'choose') autosave.choose(one.choice);
          await flushPromises();
        }
        const last = autosave.state().story;
        gate.broken = false;
        await clock.pass(7000);
        autosave.choose('mine');
        await clock.pass(2000);
        expect(autosave.state().saving.kind).toBe('settled');
        expect(differingFields(autosave.state().story, storyOf(store.current()))).toEqual([]);
        const alone = !moves.some(({ kind }) => kind === 'other');
        expect(alone ? autosave.state().story : last).toEqual(last);
        expect(gate.mostAtOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('has every word committed within the delay and the time that a save takes', async () => {
    const step = fc.record({ text: fc.string({ maxLength: 5 }), ms: fc.integer({ min: 0, max: 300 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { autosave, clock, store } = setUp();
        const typed: { at: number; text: string }[] = [{ at: 0, text: 'One' }];
        for (const { text, ms } of steps) {
          autosave.edit({ headline: text });
          typed.push({ at: clock.now(), text });
          await clock.pass(ms);
          const due = typed.findLastIndex(({ at }) => at <= clock.now() - SAVE_DELAY - 50);
          expect(typed.slice(due).map((one) => one.text)).toContain(store.current().headline);
        }
      }),
      { numRuns: 100 },
    );
  });
});
