import { useState } from 'react';
import { toFailure } from '#shared/domain/failure';

export interface Attempt {
  readonly busy: boolean;
  /** Why the last try failed, in words. */
  readonly problem: string | null;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
}

/** Does something that may fail, and keeps why it did for the dialog to show. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(toFailure(thrown).message);
    }
    setBusy(false);
  };
  return { busy, problem, attempt };
}
