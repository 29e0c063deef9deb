import { readFileSync } from 'node:fs';
import { isCommandId } from '#shared/commands';
import { isChangeable } from '#shared/commands/keys';
import { type Platform, whyReserved } from '#shared/commands/reservedKeys';
import { NutgrafError } from '#shared/domain/failure';
import { NO_POLICY, type Policy, readPolicy } from '#shared/domain/policy';
import type { Fault } from '#shared/domain/readKnown';
import type { SettingsPatch } from '#shared/domain/settings';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { enumerated } from '#shared/language/formats';
import { say } from '#shared/language/say';
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
export function readPolicies(files: readonly PolicyFile[], platform: Platform): Policies {
  const read = files.map((file) => readFile(file, platform));
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

/**
 * One part of a policy over the same of another; the keys of each command are a setting of their own, and those of
 * the policy above are named first.
 */
function over(above: SettingsPatch, below: SettingsPatch): SettingsPatch {
  const keys = { ...above.keys, ...below.keys, ...above.keys };
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

function readFile({ path, trust }: PolicyFile, platform: Platform): FileReading {
  try {
    const text = readFileSync(path, 'utf8');
    if (trust === 'administrators' && !onlyAdministratorsWrite(path)) return without(unprotected(path));
    const { policy, faults: found } = readPolicy(text);
    const usable = {
      defaults: usableOf(policy.defaults, platform),
      locked: usableOf(policy.locked, platform),
    };
    const faults = [...found, ...unusableKeys(policy, platform)];
    return { policy: usable, wrong: faults.length === 0 ? null : partly(path, faults) };
  } catch (thrown) {
    return isMissing(thrown) ? { policy: NO_POLICY, wrong: null } : without(unreadable(path, String(thrown)));
  }
}

/** Why a policy cannot give a command these keys, as a sentence; null where it can. */
function whyUnusable(id: string, keys: string | null, platform: Platform): string | null {
  if (!isCommandId(id)) return say('There is no such command.');
  if (!isChangeable(id)) return say('The system gives this command its keys.');
  return keys === null ? null : whyReserved(keys, platform);
}

const unusableKeys = (policy: Policy, platform: Platform): readonly Fault[] =>
  (['defaults', 'locked'] as const).flatMap((part) =>
    Object.entries(policy[part].keys ?? {}).flatMap(([id, keys]) => {
      const problem = whyUnusable(id, keys, platform);
      return problem === null ? [] : [{ key: `${part}.keys.${id}`, problem }];
    }),
  );

/** A part of a policy without the keys that no command can have. */
function usableOf({ keys, ...others }: SettingsPatch, platform: Platform): SettingsPatch {
  if (keys === undefined) return others;
  const usable = Object.entries(keys).filter(([id, value]) => whyUnusable(id, value, platform) === null);
  return { ...others, keys: Object.fromEntries(usable) };
}

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');

const without = (wrong: Wrong): FileReading => ({ policy: NO_POLICY, wrong });

function unprotected(path: string): Wrong {
  return {
    message: say(
      'The newsroom’s policy ({path}) is not used: people without an administrator’s rights can change it.',
      { path },
    ),
    detail: `${path}: not protected`,
  };
}

function unreadable(path: string, problem: string): Wrong {
  return {
    message: say('The newsroom’s policy ({path}) cannot be read, so none of it holds.', { path }),
    detail: `${path}: ${problem}`,
  };
}

function partly(path: string, faults: readonly Fault[]): Wrong {
  const whole = faults.find(({ key }) => key === '');
  if (whole) return unreadable(path, whole.problem);
  const keys = enumerated(faults.map(({ key }) => key));
  return {
    message: say(
      'Part of the newsroom’s policy ({path}) cannot be used and is left out: {keys}. The rest holds.',
      { path, keys },
    ),
    detail: faults.map(({ key, problem }) => `${path}: ${key}: ${problem}`).join('\n'),
  };
}

function failureOf(wrongs: readonly Wrong[]): NutgrafError {
  const told = wrongs.map(({ message }) => message).join(' ');
  return new NutgrafError(
    'policy_faulty',
    `${told} ${say('Your articles are safe. Tell whoever looks after this computer.')}`,
    wrongs.map(({ detail }) => detail).join('\n'),
  );
}

/** What is amiss in the policy, for the log and for every window. */
export function policyNotices(failure: Policies['failure'], report: Report): readonly StoreNotice[] {
  if (failure === null) return [];
  report('policy', `${failure.message}\n${JSON.stringify(failure.detail)}`);
  return [{ kind: 'trouble', failure: failure.toFailure() }];
}
