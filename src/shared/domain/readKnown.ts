import type { z } from 'zod';
import { say } from '../language/say';
import { issueWords } from './issueWords';

/** What was left out of data: where (`locked.theme`; empty for the whole), and what is wrong with it. */
export interface Fault {
  readonly key: string;
  readonly problem: string;
}

export interface KnownPart<T> {
  /** Null when nothing of it is understood. */
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

/** Reads JSON by a strict schema, and leaves out what that does not know or does not accept. Never throws. */
export function readKnown<T>(schema: z.ZodType<T>, text: string): KnownPart<T> {
  try {
    return knownPart(schema, JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch (thrown) {
    return { value: null, faults: [{ key: '', problem: notJson(thrown) }] };
  }
}

/** V8 tells the line of most mistakes. */
function notJson(thrown: unknown): string {
  const line = /\(line (?<line>\d+) column \d+\)/u.exec(String(thrown))?.groups?.['line'];
  return line === undefined
    ? say('This is not JSON.')
    : say('This is not JSON: the mistake is in line {line, number}, or before it.', { line: Number(line) });
}

/** What JSON gives. Each turn leaves something out, so that it ends. */
function knownPart<T>(schema: z.ZodType<T>, data: unknown): KnownPart<T> {
  const { success, data: value, error } = schema.safeParse(data, { error: issueWords });
  if (success) return { value, faults: [] };
  const found = error.issues.flatMap(placesOf);
  const faults = found.map(({ path, problem }) => ({ key: path.join('.'), problem }));
  const rest = found.reduce<unknown>((now, { path }) => without(now, path), data);
  if (found.some(({ path }) => path.length === 0) || JSON.stringify(rest) === JSON.stringify(data))
    return { value: null, faults };
  const more = knownPart(schema, rest);
  // What was left out is not told again as missing.
  const others = more.faults.filter(({ key }) => !faults.some((told) => told.key === key));
  return { value: more.value, faults: [...faults, ...others] };
}

interface Place {
  readonly path: readonly string[];
  readonly problem: string;
}

function placesOf(issue: z.core.$ZodIssue): readonly Place[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path, problem: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], problem: say('There is no such key.') }));
}

function without(data: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).flatMap(([name, value]: readonly [string, unknown]) => {
    if (name !== key) return [[name, value]];
    return rest.length === 0 ? [] : [[name, without(value, rest)]];
  });
  return Object.fromEntries(kept);
}
