import type { IForbiddenRuleType } from 'dependency-cruiser';

/** A row of the law: what a room's files may import besides each other, and what to do instead. */
export interface Room {
  readonly name: string;
  readonly may: readonly string[];
  readonly way: string;
}

const heading = '## The law of imports';
const row = /^\| `(?<name>[^`]+)`[^|]*\|(?<may>[^|]*)\|(?<way>[^|]*)\|$/;
/** Stands for all of Node's own modules, which dependency-cruiser recognises by type. */
const nodeModules = 'node:*';
const tests = ['\\.test\\.tsx?$', '(^|/)testing/'];

/** The law in ARCHITECTURE.md: the rows of its table, from the names written as code. */
export function lawOf(architecture: string): readonly Room[] {
  const section = architecture.split(heading)[1]?.split('\n## ')[0] ?? '';
  const rooms = section.split('\n').flatMap((line) => {
    const { name, may = '', way = '' } = row.exec(line)?.groups ?? {};
    if (name === undefined) return [];
    return { name, may: [...may.matchAll(/`([^`]+)`/g)].map(([, named = '']) => named), way: way.trim() };
  });
  if (rooms.length === 0) throw new Error(`ARCHITECTURE.md has no rows under “${heading}”.`);
  return rooms;
}

/**
 * The law as dependency-cruiser reads it. Where a file is in two rooms, the inner one's law applies. A room whose
 * name ends in `*` is one room per folder, and others may import only its index.ts. Tests, and what lies in a folder
 * `testing` for them, are bound by no law but that of circles, and no product code may import them.
 */
export function rulesOf(rooms: readonly Room[]): IForbiddenRuleType[] {
  const names = rooms.map(({ name }) => inRoom(name));
  return [
    {
      name: 'circle',
      comment: 'Import circles are forbidden, even for types: move what both files need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'room',
      comment: 'This file is in no room: give its folder a row in the table of ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...tests, ...names] },
      to: {},
    },
    {
      name: 'testing',
      comment: 'Only tests may import test code.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
    ...rooms.map((room) => ruleOf(room, names)),
    ...rooms.filter(({ name }) => name.endsWith('/*')).map(doorOf),
  ];
}

function ruleOf({ name, may, way }: Room, names: readonly string[]): IForbiddenRuleType {
  const own = inRoom(name);
  const inner = names.filter((other) => other !== own && other.startsWith(own.replace(/\([^)]*\)$/, '')));
  return {
    name,
    comment: way,
    severity: 'error',
    from: { path: own, pathNot: [...tests, ...inner] },
    // In dependency-cruiser's patterns, $1 is what the first group of the other side's pattern matched.
    to: {
      pathNot: [name.endsWith('/*') ? own.replace('([^/]+)', '$1') : own, ...may.map(named)],
      ...(may.includes(nodeModules) && { dependencyTypesNot: ['core'] }),
    },
  };
}

/** Nothing outside such a folder reaches past its index.ts; the folder itself has its own rule. */
function doorOf({ name }: Room): IForbiddenRuleType {
  const folder = inRoom(name);
  return {
    name: `${name} by its index`,
    comment: 'Import another feature through its index.ts.',
    severity: 'error',
    from: { path: '^src/', pathNot: [...tests, folder] },
    to: { path: folder, pathNot: `${folder}index\\.tsx?$` },
  };
}

const escaped = (name: string): string => name.replace(/[.+?^$(){}|[\]\\]/g, '\\$&');

/** A room's files: those in its folder, or the one file of that name. */
const inRoom = (name: string): string =>
  name.endsWith('/*') ? `^${escaped(name.slice(0, -2))}/([^/]+)/` : `^${escaped(name)}(/|\\.tsx?$)`;

/** What a name in the law stands for: one of our folders or files, or a package and everything in it. */
function named(name: string): string {
  const pattern = escaped(name).replaceAll('*', '[^/]+');
  return name.startsWith('src/') ? `^${pattern}(/|\\.tsx?$)` : `(^|(^|/)node_modules/)${pattern}(/|$)`;
}
