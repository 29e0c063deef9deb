/** Where the one section is loaded, and how far sections and the file are aligned, bytes. */
const BASE = 0x1000;
const PAGE = 0x1000;
const BLOCK = 512;

/** `mov eax, 1; ret 12`: what every function of the library does. */
const code = Buffer.from([0xb8, 1, 0, 0, 0, 0xc2, 12, 0]);

/** A field of a structure: its size in bytes, and its value. */
type Field = readonly [size: 1 | 2 | 4, value: number];

const structure = (fields: readonly Field[]): Buffer =>
  Buffer.concat(
    fields.map(([size, value]) => {
      const field = Buffer.alloc(size);
      field.writeUIntLE(value, 0, size);
      return field;
    }),
  );

const up = (bytes: number, to: number): number => Math.ceil(bytes / to) * to;
const padded = (bytes: Buffer, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(up(bytes.length, to) - bytes.length)]);

/**
 * A library for Windows (PE format, Microsoft's specification, 32 bits) with these functions, none of which does
 * anything. It stands in for a plugin where a script is compiled, for which only the functions' names are read.
 */
export function stubLibrary(name: string, functions: readonly string[]): Buffer {
  const { section, exportsSize } = sectionOf(name, [...functions].sort());
  const raw = padded(section, BLOCK);
  const start = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(58), structure([[4, 64]])]);
  const headers = [
    start,
    Buffer.from('PE\0\0'),
    fileHeader(),
    optionalHeader(raw.length, section.length, exportsSize),
    sectionHeader(section.length, raw.length),
  ];
  return Buffer.concat([padded(Buffer.concat(headers), BLOCK), raw]);
}

/** The table of exports (6.3, ".edata"), the names it points at, and the code. */
function sectionOf(library: string, functions: readonly string[]) {
  const count = functions.length;
  const tables = 40 + 10 * count;
  const names = [library, ...functions].map((name) => Buffer.from(`${name}\0`, 'latin1'));
  let next = BASE + tables;
  const [libraryAt = 0, ...namesAt] = names.map((name) => (next += name.length) - name.length);
  const codeAt = up(next, 16);
  const [functionTable, nameTable, ordinalTable] = [40, 40 + 4 * count, 40 + 8 * count].map(
    (at) => BASE + at,
  );
  const directory = [0, 0, 0, libraryAt, 1, count, count, functionTable, nameTable, ordinalTable];
  const parts = [
    structure(directory.map((value) => [4, value ?? 0])),
    structure(functions.map(() => [4, codeAt])),
    structure(namesAt.map((at) => [4, at])),
    structure(functions.map((_, ordinal) => [2, ordinal])),
    padded(Buffer.concat(names), 1),
    Buffer.alloc(codeAt - next),
    code,
  ];
  return { section: Buffer.concat(parts), exportsSize: next - BASE };
}

/** 3.3: for Intel's 80386, one section, a library that can be run. */
const fileHeader = (): Buffer =>
  structure([
    [2, 0x14c],
    [2, 1],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, 224],
    [2, 0x2102],
  ]);

/** 3.4, with its sixteen directories, of which only that of the exports is used. */
function optionalHeader(raw: number, size: number, exportsSize: number): Buffer {
  const words = (...values: readonly number[]): readonly Field[] => values.map((value) => [4, value]);
  const halves = (...values: readonly number[]): readonly Field[] => values.map((value) => [2, value]);
  return structure([
    ...halves(0x10b, 0),
    ...words(raw, 0, 0, BASE, BASE, BASE),
    ...words(0x1000_0000, PAGE, BLOCK),
    ...halves(4, 0, 0, 0, 4, 0),
    ...words(0, BASE + up(size, PAGE), BLOCK, 0),
    ...halves(2, 0),
    ...words(0x10_0000, PAGE, 0x10_0000, PAGE, 0, 16),
    ...words(BASE, exportsSize, ...Array.from({ length: 30 }, () => 0)),
  ]);
}

/** 4: code, which is read and run. */
const sectionHeader = (size: number, raw: number): Buffer =>
  Buffer.concat([
    Buffer.from('.text\0\0\0', 'latin1'),
    structure([
      [4, size],
      [4, BASE],
      [4, raw],
      [4, BLOCK],
      [4, 0],
      [4, 0],
      [4, 0],
      [4, 0x6000_0020],
    ]),
  ]);
