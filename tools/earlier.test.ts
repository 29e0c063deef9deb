import { expect, test } from 'vitest';
import { fitted } from './earlier';

const sources = [
  'src/main/store/articles.ts',
  'src/main/store/write.ts',
  'src/main/store/disk/lock.ts',
  'src/main/store/sql/lock.ts',
  'src/main/ipc/write.ts',
  'src/shared/contract/index.ts',
];
const bench = (...lines: readonly string[]): string => lines.join('\n');

test('a module that lies in another folder there is found by its name, the nearest of several', () => {
  const today = bench(
    "import path from 'node:path';",
    "import { createArticle } from '../src/main/store/articles/articles';",
    "import { write } from '../src/main/store/sql/write';",
    "import { contract } from '#shared/contract';",
    "import { report } from './figures';",
  );
  expect(fitted(today, 'bench/one.bench.ts', sources)).toBe(
    bench(
      "import path from 'node:path';",
      "import { createArticle } from '../src/main/store/articles.ts';",
      "import { write } from '../src/main/store/write.ts';",
      "import { contract } from '../src/shared/contract/index.ts';",
      "import { report } from './figures';",
    ),
  );
});

test('a bench that takes what is not there, or lies in two places as near, does not fit; a type is not missed', () => {
  const fits = (line: string): boolean => fitted(line, 'bench/library/two.ts', sources) !== null;
  expect(fits("import { openStore } from '../../src/main/store/opening/database';")).toBe(false);
  expect(fits("import { lock } from '../../src/main/store/opening/lock';")).toBe(false);
  expect(fits("import type { Store } from '../../src/main/store/store';")).toBe(true);
});
