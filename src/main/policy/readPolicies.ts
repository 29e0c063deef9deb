import { readFileSync } from 'node:fs';
import { isCommandId } from '#shared/commands';
import { NutgrafError } from '#shared/domain/failure';
import { NO_POLICY, type Policy, readPolicy } from '#shared/domain/policy';
import type { Fault } from '#shared/domain/readKnown';
import type { SettingsPatch } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import type { Report } from '../log';
import type { PolicyFile } from './policyFiles';
import { onlyAdministratorsWrite } from './onlyAdministratorsWrite';

export interface Policies {
  readonly policy: Policy;
  /** What was left out of it, to be shown and logged; null when it holds as it was written, or when there is none. */
  readonly failure: NutgrafError | null;
}

/**
 * What the policies say together: of two, what the one named first says counts. Never throws; a policy that is not
 * understood keeps no app from starting.
 */
export function readPolicies(files: readonly PolicyFile[]): Policies {
  const read = files.map(readFile);
  const policy = read.reduceRight<Policy>(
    (below, { policy: { defaults, locked } }) => ({
      defaults: over(defaults, below.defaults),
      locked: over(locked, below.locked),
    }),
    NO_POLICY,
  );
  const wrongs = read.flatMap(({ wrong }) => wrong ?? []);
  return { policy, failure: wrongs.length === 0 ? null : failureOf(wrongs) };
}

/** One part of a policy over the same of another; the keys of each command are a setting of their own. */
function over(above: SettingsPatch, below: SettingsPatch): SettingsPatch {
  const keys = { ...below.keys, ...above.keys };
  return { ...below, ...above, ...(Object.keys(keys).length > 0 && { keys }) };
}

interface Wrong {
  readonly message: string;
  readonly detail: string;
}

interface FileReading {
  readonly policy: Policy;
  readonly wrong: Wrong | null;
}

function readFile({ path, trust }: PolicyFile): FileReading {
  try {
    const text = readFileSync(path, 'utf8');
    if (trust === 'administrators' && !onlyAdministratorsWrite(path)) return without(unprotected(path));
    const { policy, faults: found } = readPolicy(text);
    const faults = [...found, ...unknownCommands(policy)];
    return { policy, wrong: faults.length === 0 ? null : partly(path, faults) };
  } catch (thrown) {
    return isMissing(thrown) ? { policy: NO_POLICY, wrong: null } : without(unreadable(path, String(thrown)));
  }
}

/** Keys of what is no command: they do no harm, and are no use either. */
const unknownCommands = (policy: Policy): readonly Fault[] =>
  (['defaults', 'locked'] as const).flatMap((part) =>
    Object.keys(policy[part].keys ?? {})
      .filter((id) => !isCommandId(id))
      .map((id) => ({ key: `${part}.keys.${id}`, problem: 'There is no such command.' })),
  );

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');

const without = (wrong: Wrong): FileReading => ({ policy: NO_POLICY, wrong });

function unprotected(path: string): Wrong {
  return {
    message: `The newsroom’s policy (${path}) is not used: people without an administrator’s rights can change it.`,
    detail: `${path}: not protected`,
  };
}

function unreadable(path: string, problem: string): Wrong {
  return {
    message: `The newsroom’s policy (${path}) cannot be read, so none of it holds.`,
    detail: `${path}: ${problem}`,
  };
}

function partly(path: string, faults: readonly Fault[]): Wrong {
  const whole = faults.find(({ key }) => key === '');
  if (whole) return unreadable(path, whole.problem);
  const keys = faults.map(({ key }) => key).join(', ');
  return {
    message: `Part of the newsroom’s policy (${path}) is not understood and is left out: ${keys}. The rest holds.`,
    detail: faults.map(({ key, problem }) => `${path}: ${key}: ${problem}`).join('\n'),
  };
}

function failureOf(wrongs: readonly Wrong[]): NutgrafError {
  const told = wrongs.map(({ message }) => message).join(' ');
  return new NutgrafError(
    'policy_faulty',
    `${told} Your articles are safe. Tell whoever looks after this computer.`,
    wrongs.map(({ detail }) => detail).join('\n'),
  );
}

/** What is amiss in the policy, for the log and for every window. */
export function policyNotices(failure: Policies['failure'], report: Report): readonly StoreNotice[] {
  if (failure === null) return [];
  report('policy', `${failure.message}\n${JSON.stringify(failure.detail)}`);
  return [{ kind: 'trouble', failure: failure.toFailure() }];
}
