import { expect, test } from 'vitest';
import { runtimeMember } from './registryRuntime';

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/icudtl.dat', 'icudtl.dat'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ['Cypress/browser_v8_context_snapshot.bin', null],
  ['Cypress/resources/app/index.js', null],
])('%s becomes %s', (member, name) => {
  expect(runtimeMember(member)).toBe(name);
});
