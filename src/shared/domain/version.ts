import { z } from 'zod';

/** A version of the app (Semantic Versioning 2.0.0, without the part after `+`): `1.4.0`, `1.5.0-beta.2`. */
export const version = z
  .string()
  .max(60)
  .regex(/^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/);

interface Parts {
  readonly numbers: readonly number[];
  /** What stands after the first hyphen; empty for a finished version. */
  readonly stages: readonly string[];
}

function partsOf(text: string): Parts {
  const hyphen = text.indexOf('-');
  const [head, tail] = hyphen === -1 ? [text, ''] : [text.slice(0, hyphen), text.slice(hyphen + 1)];
  return { numbers: head.split('.').map(Number), stages: tail === '' ? [] : tail.split('.') };
}

/** Negative when `a` comes before `b`, 0 for the same version (Semantic Versioning 2.0.0, section 11). */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.stages.length === 0 || other.stages.length === 0) return other.stages.length - one.stages.length;
  for (const [index, stage] of one.stages.entries()) {
    const difference = compareStages(stage, other.stages[index]);
    if (difference !== 0) return difference;
  }
  return one.stages.length - other.stages.length;
}

const isNumber = (stage: string): boolean => /^\d+$/.test(stage);

function compareStages(a: string, b: string | undefined): number {
  if (b === undefined) return 1;
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
