import { useRef, useState } from 'react';
import { type Failure, toFailure } from '#shared/domain/failure';

export interface Attempt {
  readonly busy: boolean;
  /** Why the last try failed, in words. */
  readonly problem: string | null;
  /** The code of that failure, where a dialog has more to ask. */
  readonly code: string | null;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  /** Leaves no failure to show, of what is under way neither: it is about something else now. */
  readonly forget: () => void;
}

/** Does something that may fail, and keeps why it did for the dialog to show. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const subject = useRef(0);
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const about = subject.current;
    try {
      await act();
    } catch (thrown) {
      if (about === subject.current) setFailure(toFailure(thrown));
    }
    setBusy(false);
  };
  const forget = (): void => {
    subject.current += 1;
    setFailure(null);
  };
  return { busy, problem: failure?.message ?? null, code: failure?.code ?? null, attempt, forget };
}
