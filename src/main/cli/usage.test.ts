import { expect, test } from 'vitest';
import { exportFormats } from '#shared/domain/exportFormats';
import { usage } from './usage';

test.each(Object.entries(exportFormats))('the usage names the export format %s', (name, { label }) => {
  expect(usage).toMatch(new RegExp(`^ +${name} +${label()}$`, 'mu'));
});
