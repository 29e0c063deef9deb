import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/** Calls `stop` when this process is asked to end, until the returned function is called. */
export type HearInterrupt = (stop: (exitCode: number) => void) => () => void;

/**
 * The signals of this process. `stop` gets the exit code by which a shell knows the signal (128 and its number). A
 * terminal sends Ctrl+C to npm, too, which passes it on: so a second one must not end what the first one is stopping.
 */
export const hearSignals: HearInterrupt = (stop) => {
  const hear = (signal: Signal): void => stop(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, hear);
  return () => {
    for (const signal of signals) process.off(signal, hear);
  };
};
