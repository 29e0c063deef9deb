import type { z } from 'zod';
import { listedAsChoice } from '../language/formats';
import { say, saying } from '../language/say';

/** What a value must be, by what a schema calls it. */
const wanted: Readonly<Record<string, () => string>> = {
  string: saying('This must be text, in quotation marks.'),
  number: saying('This must be a number.'),
  boolean: saying('This must be true or false.'),
  array: saying('This must be a list, in square brackets.'),
  object: saying('This must have names and values, in braces.'),
  record: saying('This must have names and values, in braces.'),
};

const refused = saying('This value is not allowed here.');

/**
 * What is wrong with a value that a schema does not accept, for people: given to a parse as its `error`. What a schema
 * says itself comes before it, and zod’s own words, which are English and for programmers, are never said.
 */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return say('This is missing.');
  switch (issue.code) {
    case 'invalid_type':
      return (wanted[issue.expected] ?? refused)();
    case 'invalid_value':
      return say('This must be one of these: {values}.', {
        values: listedAsChoice(issue.values.map((value) => JSON.stringify(value) ?? String(value))),
      });
    case 'too_big':
      if (issue.origin === 'string')
        return say('This is longer than {most, number} characters.', { most: Number(issue.maximum) });
      return refused();
    default:
      return refused();
  }
}
