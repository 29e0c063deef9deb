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

/** Calls `work` in the next idle moment, and again when the asks rest, or after two seconds of them. */
export function atRest(work: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [first, last] = [0, 0];
  const whenIdle = (): number =>
    requestIdleCallback(
      () => {
        idle = 0;
        work();
      },
      { timeout: IDLE },
    );
  let idle = whenIdle();
  const look = (): void => {
    timer = undefined;
    const wait = Math.min(last + REST, first + MOST) - performance.now();
    if (wait > 0) timer = setTimeout(look, wait);
    else idle ||= whenIdle();
  };
  return {
    ask: () => {
      last = performance.now();
      if (timer !== undefined) return;
      first = last;
      timer = setTimeout(look, REST);
    },
    stop: () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    },
  };
}
