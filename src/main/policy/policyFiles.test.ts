import { expect, test } from 'vitest';
import { POLICY_SWITCH, policyFiles } from './policyFiles';

const machine = (platform: NodeJS.Platform, environment: Record<string, string> = {}) => ({
  platform,
  environment,
  home: '/home/editor',
  program: '/media/stick/nutgraf/nutgraf',
  exists: () => false,
});
const packaged = { isPackaged: true, argv: ['/opt/nutgraf/nutgraf'] };

test('each system has the policy where its administrators write', () => {
  const path = (of: Parameters<typeof machine>) =>
    policyFiles(machine(...of), packaged).map((file) => file.path);
  expect(path(['linux'])).toEqual(['/etc/nutgraf/policy.json']);
  expect(path(['darwin'])).toEqual(['/Library/Application Support/Nutgraf/policy.json']);
  expect(path(['win32', { ProgramData: '/data' }])).toEqual(['/data/Nutgraf/policy.json']);
});

test('a portable app has the one beside the program too, after the computer’s', () => {
  const portable = {
    ...machine('linux'),
    exists: (file: string) => file === '/media/stick/nutgraf/portable',
  };
  expect(policyFiles(portable, packaged)).toEqual([
    { path: '/etc/nutgraf/policy.json', trust: 'administrators' },
    { path: '/media/stick/nutgraf/policy.json', trust: 'program' },
  ]);
});

test('another folder is heard of from sources, and never in a package', () => {
  const argv = ['electron', '.', `${POLICY_SWITCH}/tmp/policy`];
  const paths = (isPackaged: boolean) =>
    policyFiles(machine('linux'), { isPackaged, argv }).map(({ path }) => path);
  expect(paths(false)).toEqual(['/tmp/policy/policy.json']);
  expect(paths(true)).toEqual(['/etc/nutgraf/policy.json']);
});
