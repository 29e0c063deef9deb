import { z } from 'zod';
import { settingsPatch } from './settings';

/** An administrators' policy: settings that hold until a person chooses, and settings that nobody can change. */
const policy = z.strictObject({
  defaults: settingsPatch.prefault({}),
  locked: settingsPatch.prefault({}),
});
export type Policy = z.infer<typeof policy>;

export const NO_POLICY: Policy = { defaults: {}, locked: {} };

/** What a policy's file says, as far as it is understood. */
export interface PolicyReading {
  readonly policy: Policy;
  /** What was left out: its key (`locked.theme`; empty for the whole file) and what is wrong with it. */
  readonly faults: readonly PolicyFault[];
}

export interface PolicyFault {
  readonly key: string;
  readonly problem: string;
}

/** Reads the text of a policy's file. Never throws: what is not understood is left out, and told. */
export function readPolicy(text: string): PolicyReading {
  try {
    return understood(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch (thrown) {
    return { policy: NO_POLICY, faults: [{ key: '', problem: String(thrown) }] };
  }
}

/** What JSON gives. Each turn leaves something out, so that it ends. */
function understood(data: unknown): PolicyReading {
  const { success, data: read, error } = policy.safeParse(data);
  if (success) return { policy: read, faults: [] };
  const found = error.issues.flatMap(placesOf);
  const faults = found.map(({ path, problem }) => ({ key: path.join('.'), problem }));
  if (found.some(({ path }) => path.length === 0)) return { policy: NO_POLICY, faults };
  const more = understood(found.reduce((rest, { path }) => without(rest, path), data));
  return { policy: more.policy, faults: [...faults, ...more.faults] };
}

interface Place {
  readonly path: readonly string[];
  readonly problem: string;
}

function placesOf(issue: z.core.$ZodIssue): readonly Place[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path, problem: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], problem: 'There is no such key.' }));
}

function without(data: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).flatMap(([name, value]: readonly [string, unknown]) => {
    if (name !== key) return [[name, value]];
    return rest.length === 0 ? [] : [[name, without(value, rest)]];
  });
  return Object.fromEntries(kept);
}
