import { expect, test } from 'vitest';
import { bytesOfDataUrl } from './dataUrl';

const textOf = (address: string): string | null => {
  const bytes = bytesOfDataUrl(address);
  return bytes === null ? null : String.fromCharCode(...bytes);
};

test('the bytes of a data address, in base64 and escaped', () => {
  expect(textOf('data:image/png;base64,aGk=')).toBe('hi');
  expect(textOf('DATA:image/png;charset=x;BASE64, aG k%3D')).toBe('hi');
  expect(textOf('data:image/gif,%89PNG%0a')).toBe('\u0089PNG\n');
  expect(textOf('data:,')).toBe('');
  expect(textOf('data:image/png;base64,???')).toBeNull();
  expect(textOf('https://example.org/a.png')).toBeNull();
});
