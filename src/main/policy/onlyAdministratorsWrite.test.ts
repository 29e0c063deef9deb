import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onlyAdministratorsWrite } from './onlyAdministratorsWrite';

test('a file of the system is vouched for, and one where anybody may write is not, whoever made it', () => {
  expect(onlyAdministratorsWrite('/etc/passwd')).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-policy-'));
  writeFileSync(join(folder, 'policy.json'), '{}', { mode: 0o644 });
  expect(onlyAdministratorsWrite(join(folder, 'policy.json'))).toBe(false);
  rmSync(folder, { recursive: true });
});
