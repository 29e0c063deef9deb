import { expect, test } from 'vitest';
import { type Settings, defaultSettings } from '#shared/domain/settings';
import { followSettings } from './followSettings';

test('an answer that comes after a change does not take it back', async () => {
  const before = defaultSettings;
  const after: Settings = { ...before, theme: 'dark' };
  const taken: Settings[] = [];
  let answer: (read: Settings) => void = () => undefined;
  const asked = new Promise<Settings>((resolve) => {
    answer = resolve;
  });
  let tell: (changed: Settings) => void = () => undefined;
  const on = (_name: string, hear: (told: never) => void) => {
    tell = hear as typeof tell;
    return () => undefined;
  };
  followSettings({ on, app: { settings: () => asked } }, (next) => taken.push(next));
  tell(after);
  answer(before);
  await asked;
  expect(taken).toEqual([after]);
});
