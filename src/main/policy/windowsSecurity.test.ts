import { expect, test } from 'vitest';
import { isProtected } from './windowsSecurity';

test.each([
  [
    'as administrators leave it in ProgramData',
    'O:BAG:DUD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)',
    true,
  ],
  ['with a denial besides', 'O:SYG:SYD:PAI(D;;FW;;;WD)(A;;FA;;;BA)(A;;FR;;;BU)', true],
  ['of a plain user', 'O:S-1-5-21-1-2-3-1001G:DUD:AI(A;ID;FA;;;SY)(A;ID;0x1200a9;;;BU)', false],
  ['that users may modify', 'O:BAG:DUD:AI(A;ID;FA;;;BA)(A;;0x1301bf;;;BU)', false],
  ['that everybody may write', 'O:BAG:DUD:(A;;FA;;;BA)(A;;FRFW;;;WD)', false],
  ['to whose list one user may write', 'O:BAD:(A;;FA;;;BA)(A;;WDRC;;;S-1-5-21-1-2-3-1001)', false],
  ['with no list, which lets everybody in', 'O:BAG:DUD:NO_ACCESS_CONTROL', false],
  ['of which nothing is known', '', false],
])('a file %s', (_, descriptor, expected) => {
  expect(isProtected(descriptor)).toBe(expected);
});
