import { z } from 'zod';
import { type Fault, readKnown } from './readKnown';
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
  /** What was left out. */
  readonly faults: readonly Fault[];
}

/** Reads the text of a policy's file. Never throws: what is not understood is left out, and told. */
export function readPolicy(text: string): PolicyReading {
  const { value, faults } = readKnown(policy, text);
  return { policy: value ?? NO_POLICY, faults };
}
