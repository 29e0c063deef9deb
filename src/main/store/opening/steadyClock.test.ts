import fc from 'fast-check';
import { expect, test } from 'vitest';
import { steadyClock } from './steadyClock';

const YEAR = 365 * 86_400_000;

/** A system clock that can be set, beside the time that really passes. */
function clocks(start: number) {
  let system = start;
  let passed = 0;
  return {
    system: () => system,
    elapsed: () => passed,
    pass: (ms: number) => {
      system += ms;
      passed += ms;
    },
    set: (time: number) => {
      system = time;
    },
  };
}

test('it is the system’s time as long as that goes on', () => {
  const { system, elapsed, pass } = clocks(1000);
  const now = steadyClock(system, 0, elapsed);
  expect(now()).toBe(1000);
  pass(500);
  expect(now()).toBe(1500);
});

test('set back by a year, it goes on from where it was, at the same pace', () => {
  const { system, elapsed, pass, set } = clocks(2 * YEAR);
  const now = steadyClock(system, 0, elapsed);
  expect(now()).toBe(2 * YEAR);
  set(YEAR);
  pass(60_000);
  expect(now()).toBe(2 * YEAR + 60_000);
  set(3 * YEAR);
  expect(now()).toBe(3 * YEAR);
});

test('begun while the clock stands before the newest known time, it goes on from that', () => {
  const { system, elapsed, pass } = clocks(YEAR);
  const now = steadyClock(system, 2 * YEAR, elapsed);
  expect(now()).toBe(2 * YEAR);
  pass(10_000);
  expect(now()).toBe(2 * YEAR + 10_000);
});

test('whatever the clock is set to, it never goes back, and goes on as time does once it was set back', () => {
  const step = fc.record({ ms: fc.integer({ min: 0, max: 10_000 }), set: fc.option(fc.nat(1_000_000)) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { system, elapsed, pass, set } = clocks(5000);
      const now = steadyClock(system, 0, elapsed);
      let before = now();
      for (const one of steps) {
        if (one.set !== null) set(one.set);
        pass(one.ms);
        const time = now();
        expect(time).toBeGreaterThanOrEqual(before);
        expect(time).toBeGreaterThanOrEqual(system());
        expect(time).toBeGreaterThanOrEqual(system() < before ? before + one.ms : before);
        before = time;
      }
    }),
  );
});
