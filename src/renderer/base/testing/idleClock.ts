import { afterEach, beforeEach, vi } from 'vitest';

/** Gives each test of a file a clock that stands still until it is moved on, with a window's idle time on it. */
export function withIdleClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 1));
    vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
