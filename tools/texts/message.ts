import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** How a message says a value: as it is given, as a count, a date or a time, or by a choice of words. */
type Kind = 'text' | 'number' | 'plural' | 'date' | 'time' | 'select';

/** One place of a message that says a value. */
export interface Argument {
  readonly name: string;
  readonly kind: Kind;
  /** The cases of a plural or a select, as they are written: `=0`, `one`, `other`. */
  readonly cases: readonly string[];
  /** What a plural takes off its value before it looks for the case; and whether it counts or orders. */
  readonly offset: number;
  readonly order: 'cardinal' | 'ordinal';
}

/** Everything a message says of what it is given, in order; what is wrong with it where it is none. */
export function argumentsOf(text: string): readonly Argument[] | string {
  try {
    return parse(text, { ignoreTag: true }).flatMap(argumentsIn);
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** The names of what a message takes; what is wrong with it where it is none. */
export function namesOf(text: string): ReadonlySet<string> | string {
  const found = argumentsOf(text);
  return typeof found === 'string' ? found : new Set(found.map(({ name }) => name));
}

const simple = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
} as const;

const plain = { cases: [], offset: 0, order: 'cardinal' } as const;

function argumentsIn(element: MessageFormatElement): readonly Argument[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.plural: {
      const { value: name, options, offset, pluralType: order = 'cardinal' } = element;
      return [{ name, kind: 'plural', cases: Object.keys(options), offset, order }, ...within(options)];
    }
    case TYPE.select: {
      const { value: name, options } = element;
      return [{ ...plain, name, kind: 'select', cases: Object.keys(options) }, ...within(options)];
    }
    case TYPE.tag:
      return element.children.flatMap(argumentsIn);
    default:
      return [{ ...plain, name: element.value, kind: simple[element.type] }];
  }
}

const within = (
  options: Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>,
): readonly Argument[] => Object.values(options).flatMap(({ value }) => value.flatMap(argumentsIn));
