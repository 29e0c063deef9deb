import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { useAttempt } from '#renderer/base/queries/useAttempt';

/** A secret being typed, and the attempt to sign in with it. */
export interface SignIn {
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
  /**
   * Whether the user wants it remembered. `remember` is what is asked for: not where there is surely no keyring. One
   * that does not answer refuses it, so that what it remembers already is not given up.
   */
  readonly wanted: boolean;
  readonly remember: boolean;
  readonly setRemember: (remember: boolean) => void;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly code: string | null;
  /** Signs in; if that works, the accounts are read again and `then` runs. */
  readonly attempt: (signIn: () => Promise<unknown>, then: () => void) => Promise<void>;
  /** Clears what was typed and the error: another secret is asked for. */
  readonly startAnew: () => void;
}

export function useSignIn(): SignIn {
  const client = useQueryClient();
  const keyring = useQuery(queries.keyring).data?.state;
  const [secret, setSecret] = useState('');
  const [wanted, setRemember] = useState(true);
  const { busy, problem, code, attempt, forget } = useAttempt();
  return {
    secret,
    setSecret,
    wanted,
    remember: wanted && keyring !== 'none',
    setRemember,
    busy,
    problem,
    code,
    attempt: (signIn, then) =>
      attempt(async () => {
        await signIn();
        await client.invalidateQueries({ queryKey: queries.accounts.queryKey });
        then();
      }),
    startAnew: () => {
      setSecret('');
      forget();
    },
  };
}
