/** ms without another ask that are called rest. */
const REST = 300;
/** ms after the first ask at which it is done though there was no rest. */
const MOST = 2000;
/** ms that an idle moment is waited for. */
const IDLE = 500;

/** Work that follows the typing: an ask costs next to nothing, and the work itself waits until the typing rests. */
export interface AtRest {
  readonly ask: () => void;
  readonly stop: () => void;
}

/** What waits for the typing to rest. All of it waits by one clock: one for each woke the window for nothing. */
const waiting = new Set<() => void>();
const clock = whenRested(
  () => {
    const due = [...waiting];
    waiting.clear();
    for (const run of due) run();
  },
  REST,
  MOST,
);

/** Calls `work` in the next idle moment, and again when the asks rest, or after two seconds of them. */
export function atRest(work: () => void): AtRest {
  let idle = 0;
  const whenIdle = (): void => {
    idle ||= requestIdleCallback(
      () => {
        idle = 0;
        work();
      },
      { timeout: IDLE },
    );
  };
  whenIdle();
  return {
    ask: () => {
      waiting.add(whenIdle);
      clock.ask();
    },
    stop: () => {
      waiting.delete(whenIdle);
      if (waiting.size === 0) clock.stop();
      cancelIdleCallback(idle);
    },
  };
}

/** Calls `work` when there was no ask for `rest` ms, or `most` ms after the first. One timer serves many asks. */
export function whenRested(work: () => void, rest: number, most: number): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [first, last] = [0, 0];
  const look = (): void => {
    timer = undefined;
    const wait = Math.min(last + rest, first + most) - performance.now();
    if (wait > 0) timer = setTimeout(look, wait);
    else work();
  };
  return {
    ask: () => {
      last = performance.now();
      if (timer !== undefined) return;
      first = last;
      timer = setTimeout(look, rest);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
