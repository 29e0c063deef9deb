import type { IForbiddenRuleType } from 'dependency-cruiser';

/** A row of the law: what the files of a room may import besides each other, and the right way for the rest. */
export interface Room {
  readonly name: string;
  readonly may: readonly string[];
  readonly way: string;
}

const heading = '## The law of imports';
const row = /^\| `(?<name>[^`]+)`[^|]*\|(?<may>[^|]*)\|(?<way>[^|]*)\|$/;
/** Stands for all that Node brings, which dependency-cruiser knows by its kind. */
const nodeModules = 'node:*';
const tests = ['\\.test\\.tsx?$', '(^|/)testing/'];

/** The law as ARCHITECTURE.md has it: the rows of its table, by the names that stand there as code. */
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
 * The law as dependency-cruiser reads it. Of two rooms that a file lies in, the inner one's law holds. A room whose
 * name ends in `*` is one room a folder, and others come in by its index.ts alone. Tests, and what lies in a folder
 * `testing` for them, are bound by no law but that of circles, and no product code may import them.
 */
export function rulesOf(rooms: readonly Room[]): IForbiddenRuleType[] {
  const names = rooms.map(({ name }) => inRoom(name));
  return [
    {
      name: 'circle',
      comment:
        'No file imports itself over others, not even a type: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'room',
      comment: 'This file lies in no room: give its folder a row in the table of ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...tests, ...names] },
      to: {},
    },
    {
      name: 'testing',
      comment: 'Only tests import what is made for tests.',
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
    // In a pattern of dependency-cruiser, $1 is what the first group of the other side's pattern has caught.
    to: {
      pathNot: [name.endsWith('/*') ? own.replace('([^/]+)', '$1') : own, ...may.map(named)],
      ...(may.includes(nodeModules) && { dependencyTypesNot: ['core'] }),
    },
  };
}

/** Nothing reaches past the index.ts of a folder of such a room, but the folder itself, which its own rule binds. */
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

/** The files of a room: those of its folder, or the one that has its name. */
const inRoom = (name: string): string =>
  name.endsWith('/*') ? `^${escaped(name.slice(0, -2))}/([^/]+)/` : `^${escaped(name)}(/|\\.tsx?$)`;

/** What a name of the law stands for: a folder of ours, a file, or a package with all it holds. */
function named(name: string): string {
  const pattern = escaped(name).replaceAll('*', '[^/]+');
  return name.startsWith('src/') ? `^${pattern}(/|\\.tsx?$)` : `(^|(^|/)node_modules/)${pattern}(/|$)`;
}
