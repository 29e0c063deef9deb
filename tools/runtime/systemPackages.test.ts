import { expect, test } from 'vitest';
import { installCommand, missingOf, packageName } from './systemPackages';

const systems = {
  bookworm: 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
  trixie: 'ID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n',
  jammy: 'ID=ubuntu\nVERSION_CODENAME=jammy\nUBUNTU_CODENAME=jammy\n',
  noble: 'ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n',
  ofJammy: 'ID=linuxmint\nVERSION_CODENAME=vanessa\nUBUNTU_CODENAME=jammy\n',
  ofNoble: 'ID=linuxmint\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n',
};

test.each([
  ['bookworm', 'libgtk-3-0'],
  ['trixie', 'libgtk-3-0t64'],
  ['jammy', 'libgtk-3-0'],
  ['noble', 'libgtk-3-0t64'],
  ['ofJammy', 'libgtk-3-0'],
  ['ofNoble', 'libgtk-3-0t64'],
] as const)('on %s GTK is %s', (system, name) => {
  expect(packageName('libgtk-3-0', systems[system])).toBe(name);
});

test('a package that was not renamed keeps its name everywhere', () => {
  expect(Object.values(systems).map((system) => packageName('libnss3', system))).toEqual(
    Object.values(systems).map(() => 'libnss3'),
  );
});

test('a package counts as there only when it is installed, not when its settings were left behind', () => {
  const status = 'xvfb\tinstalled\nopenbox\tconfig-files\n';
  expect(missingOf(['xvfb', 'openbox', 'xdotool'], status)).toEqual(['openbox', 'xdotool']);
});

test('the command to run names exactly what is missing', () => {
  expect(installCommand(['openbox', 'xdotool'])).toBe(
    'sudo apt-get update && sudo apt-get install -y openbox xdotool',
  );
});
