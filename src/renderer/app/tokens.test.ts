import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

type Theme = Readonly<Record<string, string>>;

/** The declarations of one block of the file. */
function block(selector: string): Theme {
  const body = tokens.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  const declared = body.matchAll(/--(?<name>[\w-]+): (?<colour>#\w{6});/g);
  return Object.fromEntries(
    Array.from(declared, ({ groups }) => [groups?.['name'] ?? '', groups?.['colour'] ?? '']),
  );
}

const light = block(':root');
const dark = block("\n[data-theme='dark']");
const high = block("\n[data-contrast='high']");
const themes = {
  light,
  dark,
  'light, high contrast': { ...light, ...high },
  'dark, high contrast': { ...dark, ...high, ...block("\n[data-theme='dark'][data-contrast='high']") },
};

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad', 'ad'];
const surfaces = [
  'paper',
  'chrome',
  'raised',
  'sunken',
  'accent-soft',
  'ok-soft',
  'warn-soft',
  'bad-soft',
  'ad-soft',
];
const pairs = [
  ...inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)),
  ['accent-ink', 'accent'] as const,
  ['ink', 'mark'] as const,
];

describe('the colours', () => {
  it.each(Object.entries(themes))('are read on every surface (%s): 4.5 to 1 at least', (_name, theme) => {
    const faint = pairs.filter(
      ([ink, surface]) => !(contrast(theme[ink] ?? '', theme[surface] ?? '') >= 4.5),
    );
    expect(faint).toEqual([]);
  });
});
