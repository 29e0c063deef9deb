import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What a room may import besides its own files, and the right way for the rest. A `*` stands for any ending. */
interface Room {
  readonly may: readonly string[];
  readonly way: string;
}

const domain = ['zod', 'src/shared/domain/*'];
const shared = ['zod', 'src/shared/*'];
const tiptap = [
  '@tiptap/core',
  '@tiptap/pm/*',
  '@tiptap/starter-kit',
  '@tiptap/extension-*',
  '@tiptap/extensions',
];
const interfaceParts = ['react', 'react-dom', 'react-dom/*', 'radix-ui', 'lucide-react', 'src/renderer/ui/*'];

/** A service runs in the app, in workers and in the command line alike. */
const service = (...driver: readonly string[]): Room => ({
  may: [...shared, '@tiptap/pm/*', 'node:*', 'src/main/store/*', 'src/main/dom/*', ...driver],
  way: 'take what Electron, a window or another service gives as an argument: app.ts and cli.ts hand it in',
});

/** The law of ARCHITECTURE.md; of two rooms that a file lies in, the inner one's law holds. */
const law: Readonly<Record<string, Room>> = {
  'src/shared': { may: ['zod'], way: 'shared runs in every process: take what you need as an argument' },
  'src/shared/domain': {
    may: ['zod'],
    way: 'the domain stands on nothing but zod: move it up, out of domain/',
  },
  'src/shared/document': {
    may: [...domain, ...tiptap, 'prosemirror-markdown', 'markdown-it', 'markdown-it/*', 'tinyld'],
    way: 'the document runs without a DOM or React: take a parser as an argument, as fromHtml does',
  },
  'src/main/store': service('better-sqlite3'),
  'src/main/jobs': service('src/main/exports/*'),
  'src/main/exports': service('yaml'),
  'src/main/imports': service('yaml', 'smol-toml', 'chardet', 'iconv-lite', '@mozilla/readability'),
  'src/main/cms': service('entities'),
  'src/main/dom': {
    may: [...shared, 'linkedom', 'parse5'],
    way: 'this room only lends a parser and a DOM to the document',
  },
  'src/main/cli': {
    may: [
      ...shared,
      'node:*',
      'undici',
      'proxy-from-env',
      'src/main/storeFolder',
      ...['store', 'jobs', 'imports', 'cms'].map((room) => `src/main/${room}/*`),
    ],
    way: 'the command line has no window: it stands on the services alone',
  },
  'src/main': {
    may: [...shared, 'node:*', 'electron'],
    way: 'main reaches a window only through the contract',
  },
  'src/preload': {
    may: ['electron', 'src/shared/contract/define', 'src/shared/contract/requestSize'],
    way: 'the preload only folds the names of the operations into window.desk: what it loads, each window waits for',
  },
  'src/renderer': {
    may: [...shared, ...interfaceParts, '@tanstack/*', '@fontsource-variable/*', 'cmdk'],
    way: 'the interface reaches main only through desk (src/renderer/desk.ts)',
  },
  'src/renderer/ui': {
    may: ['react', 'radix-ui', 'lucide-react'],
    way: 'a dumb part is told all it shows by props',
  },
  'src/renderer/base': {
    may: [...shared, 'react', '@tanstack/react-query', 'src/renderer/desk'],
    way: 'the base lies under every feature: move what draws or knows a feature up, into app/ or features/',
  },
  'src/renderer/features': {
    may: [
      ...shared,
      ...interfaceParts,
      ...tiptap,
      '@tiptap/react',
      '@tanstack/*',
      'cmdk',
      'src/renderer/desk',
      'src/renderer/base/*',
    ],
    way: 'a feature imports another one only through its index.ts, and main only through desk',
  },
};

const source = import.meta.dirname;
const root = path.dirname(source);

/** Tests, and what lies in a folder `testing` for them, are bound by no law: no product code may import them. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(?:^|[\\/])testing[\\/]/.test(file))
  .map((file) => `src/${file.replaceAll(path.sep, '/')}`);

const statement =
  /^(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** What a file imports: packages by name, our own files by their path from the project's folder. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(([, from, effect, dynamic]) => {
    const named = (from ?? effect ?? dynamic ?? '').replace(/^#(shared|renderer)\//, 'src/$1/');
    return named.startsWith('.') ? path.posix.join(path.posix.dirname(file), named) : named;
  });
}

/** A feature is a room of its own within the features. */
function roomOf(file: string): { readonly law: Room; readonly folder: string } {
  const name = Object.keys(law)
    .filter((room) => file.startsWith(`${room}/`) || file === `${room}.ts`)
    .reduce((inner, room) => (room.length > inner.length ? room : inner), '');
  const found = law[name];
  if (!found) throw new Error(`${file} lies in no room: give its folder a row in this law.`);
  const folder = name === 'src/renderer/features' ? file.split('/').slice(0, 4).join('/') : name;
  return { law: found, folder };
}

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const isFeature = (name: string): boolean => /^src\/renderer\/features\/[^/]+(\/index)?$/.test(name);

/** The shell draws the features, and a feature may know another one; what lies under them knows none. */
const knowsFeatures = (folder: string): boolean => /^src\/renderer(\/app|\/features\/[^/]+)?$/.test(folder);

function breaches(file: string, imports: readonly string[]): readonly string[] {
  const { law, folder } = roomOf(file);
  const isAllowed = (name: string): boolean =>
    (name.startsWith(`${folder}/`) && !name.includes('/testing/')) ||
    law.may.some((pattern) => matches(pattern, name)) ||
    (knowsFeatures(folder) && isFeature(name));
  return imports.filter((name) => !isAllowed(name)).map((name) => `${file} imports ${name}: ${law.way}.`);
}

test('every import keeps the law of the rooms', () => {
  const all = files.flatMap((file) => breaches(file, importsOf(file)));
  expect(all).toEqual([]);
});

/** The file that an import names, of those that a law binds; undefined for a package, a style sheet or a test's. */
function fileOf(name: string): string | undefined {
  return ['.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((ending) => name + ending)
    .find((file) => known.has(file));
}

const known = new Set(files);

/** The first way from a file back to itself over what files import, types included; null when there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}

test('no file imports itself over others, not even a type', () => {
  const graph = new Map(
    files.map((file) => [file, importsOf(file).flatMap((name) => fileOf(name) ?? [])] as const),
  );
  expect(graph.get('src/main/app.ts')).toContain('src/main/services/deskServices.ts');
  expect(circleIn(graph)).toBeNull();
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b']);
});

test('a breach is found in each room, and told with the right way', () => {
  const breached = (file: string, name: string): boolean => breaches(file, [name]).length === 1;
  expect(breached('src/shared/domain/article.ts', 'src/shared/document/schema')).toBe(true);
  expect(breached('src/shared/document/schema.ts', '@tiptap/react')).toBe(true);
  expect(breached('src/main/store/articles/articles.ts', 'electron')).toBe(true);
  expect(breached('src/main/cms/deliver/outbox.ts', 'src/main/exports/format')).toBe(true);
  expect(breached('src/main/cli.ts', 'src/main/windows/pages')).toBe(true);
  expect(breached('src/preload/index.ts', 'src/main/app')).toBe(true);
  expect(breached('src/renderer/desk.ts', 'node:fs')).toBe(true);
  expect(breached('src/renderer/features/desk/List.tsx', 'src/renderer/features/editor/autosave')).toBe(true);
  expect(breached('src/renderer/features/desk/List.tsx', 'src/renderer/features/editor')).toBe(false);
  expect(breached('src/renderer/features/desk/List.tsx', 'src/renderer/app/Frame')).toBe(true);
  expect(breached('src/renderer/base/notices/notices.ts', 'src/renderer/features/editor')).toBe(true);
  expect(breached('src/main/app.ts', 'src/main/menu/template')).toBe(false);
});

test('the imports of a file are all seen', () => {
  expect(importsOf('src/main/index.ts')).toEqual(
    expect.arrayContaining(['src/shared/jitless', 'node:path', 'electron', 'src/main/app']),
  );
});
