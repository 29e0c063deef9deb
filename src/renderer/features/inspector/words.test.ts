import { describe, expect, it } from 'vitest';
import { firstWords } from '#renderer/base/firstWords';
import { languageChoices } from './languages';

describe('first words', () => {
  it('are a few, with an ellipsis where more follow', () => {
    expect(firstWords('  After four hours of debate ')).toBe('After four hours of…');
    expect(firstWords('A decade of argument')).toBe('A decade of argument');
  });
});

describe('languages', () => {
  it('are named, in order, after “not known”', () => {
    const labels = languageChoices('').map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Not set', 'Arabic', 'Bangla']);
  });

  it('include the article’s own, even when it is not a valid tag', () => {
    expect(languageChoices('en-IN')).toContainEqual({ value: 'en-IN', label: 'English (India)' });
    expect(languageChoices('??')).toContainEqual({ value: '??', label: '??' });
  });
});
