import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../store/testing/testStore';
import { keepLanguage, keptLanguage } from './keptLanguage';

test('a chosen language is there at the next start, before the store is; the system’s leaves nothing behind', () => {
  const folder = testFolder();
  expect(keptLanguage(folder)).toBe('system');
  keepLanguage(folder, 'ar');
  expect(keptLanguage(folder)).toBe('ar');
  keepLanguage(folder, 'system');
  expect(keptLanguage(folder)).toBe('system');
});

test('what is no language, or stands in no folder, counts for nothing and stops nothing', () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'language'), '--proxy-server=x');
  expect(keptLanguage(folder)).toBe('system');
  keepLanguage(join(folder, 'gone'), 'de');
  expect(keptLanguage(join(folder, 'gone'))).toBe('system');
});
