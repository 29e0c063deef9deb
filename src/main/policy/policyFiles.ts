import { join } from 'node:path';
import { type Machine, portableFolder } from '../storeFolder';

/** A file that may hold a policy. */
export interface PolicyFile {
  /** Absolute. */
  readonly path: string;
  /**
   * Who vouches for it: `administrators`, where it must be one that plain users cannot write; `program`, where whoever
   * can write it could as well replace the program beside it.
   */
  readonly trust: 'administrators' | 'program';
}

interface Start {
  readonly isPackaged: boolean;
  readonly argv: readonly string[];
}

/** Names another folder for the policy, in an app that runs from its sources alone: for tests. */
export const POLICY_SWITCH = '--policy-folder=';

const NAME = 'policy.json';

/** Where a policy may be, the one that counts most first; none of them need exist. The store is never among them. */
export function policyFiles(machine: Machine, { isPackaged, argv }: Start): readonly PolicyFile[] {
  const named = isPackaged ? undefined : argv.find((part) => part.startsWith(POLICY_SWITCH));
  if (named !== undefined) return [{ path: join(named.slice(POLICY_SWITCH.length), NAME), trust: 'program' }];
  const beside = portableFolder(machine);
  return [
    { path: join(systemFolder(machine), NAME), trust: 'administrators' },
    ...(beside === null ? [] : [{ path: join(beside, NAME), trust: 'program' } as const]),
  ];
}

/** Where each system keeps what its administrators say to all who use the computer. */
function systemFolder({ platform, environment }: Machine): string {
  if (platform === 'darwin') return '/Library/Application Support/Nutgraf';
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Nutgraf');
  return '/etc/nutgraf';
}
