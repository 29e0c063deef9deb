import { type Failure, toFailure } from '#shared/domain/failure';
import { observable, useObservable } from './observable';

/** A failure that no dialog stands ready to show: it becomes a banner over the panes. */
export interface Problem {
  readonly key: number;
  readonly failure: Failure;
}

const problems = observable<readonly Problem[]>([]);
let lastKey = 0;

/** Shows what was thrown as a banner; the same words twice are shown once. */
export function reportProblem(thrown: unknown): void {
  const failure = toFailure(thrown);
  problems.set((now) =>
    now.some((problem) => problem.failure.message === failure.message)
      ? now
      : [...now, { key: ++lastKey, failure }],
  );
}

export function dismissProblem(key: number): void {
  problems.set((now) => now.filter((problem) => problem.key !== key));
}

export function useProblems(): readonly Problem[] {
  return useObservable(problems);
}
