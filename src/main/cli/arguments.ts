import { resolve } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { cmsKind } from '#shared/domain/cmsAccount';
import { cmsKindIds, openFields } from '#shared/domain/cmsKindWords';
import type { CmsKind } from '#shared/domain/cmsKinds';
import { exportFormat } from '#shared/domain/exportFormats';
import { overrideReason } from '#shared/domain/hold';
import type { AccountIdentity } from '../store/cms/accounts';
import { type CommandName, isCommandName } from './commandWords';
import { UsageError } from './usage';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command line asks for. */
export type Request =
  | { readonly command: 'import'; readonly files: readonly string[] }
  | { readonly command: 'list' }
  | { readonly command: 'show'; readonly id: string }
  | { readonly command: 'set'; readonly id: string; readonly change: Change }
  | {
      readonly command: 'export';
      readonly format: string;
      readonly folder: string;
      readonly selection: Selection;
      readonly override: string | null;
    }
  | {
      readonly command: 'push';
      readonly id: string;
      readonly account: AccountIdentity;
      readonly override: string | null;
    };

export interface Change {
  readonly headline: string | undefined;
  readonly section: string | undefined;
  readonly paragraph: string | undefined;
}

export type Selection =
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'all' };

export interface CommandLine {
  /** The store's folder, absolute; undefined for the app's own. */
  readonly store: string | undefined;
  readonly request: Request;
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** Reads the words after `nutgraf`. Throws UsageError for anything that does not match the usage. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { store, rest } = takeStore(words);
  const [command, ...args] = rest;
  if (command === undefined) throw new UsageError('No command given.');
  if (!isCommandName(command)) throw new UsageError(`There is no command “${command}”.`);
  return { store, request: readers[command](args) };
}

/** `--store DIR` may come before the command, or anywhere after it. */
function takeStore(words: readonly string[]): { store: string | undefined; rest: readonly string[] } {
  const end = words.indexOf('--');
  const at = words.findIndex((word, index) => /^--store(?:=|$)/u.test(word) && (end === -1 || index < end));
  if (at === -1) return { store: undefined, rest: words };
  const joined = words[at]?.startsWith('--store=') === true;
  const folder = joined ? words[at]?.slice('--store='.length) : words[at + 1];
  if (folder === undefined || folder === '') throw new UsageError('--store needs a folder.');
  return { store: resolve(folder), rest: words.toSpliced(at, joined ? 1 : 2) };
}

const readers: Readonly<Record<CommandName, (args: readonly string[]) => Request>> = {
  import: readImport,
  list: readList,
  show: (args) => ({ command: 'show', id: first(parse(args, {}, 1), 'show needs an id.') }),
  set: readSet,
  export: readExport,
  push: readPush,
};

function readImport(args: readonly string[]): Request {
  const { positionals } = parse(args, {}, Infinity);
  if (positionals.length === 0) throw new UsageError('import needs at least one file.');
  return { command: 'import', files: positionals };
}

function readList(args: readonly string[]): Request {
  parse(args, {}, 0);
  return { command: 'list' };
}

function readSet(args: readonly string[]): Request {
  const text = { type: 'string' } as const;
  const parsed = parse(args, { headline: text, section: text, 'append-paragraph': text }, 1);
  const id = first(parsed, 'set needs an id.');
  const change = {
    headline: string(parsed, 'headline'),
    section: string(parsed, 'section'),
    paragraph: string(parsed, 'append-paragraph'),
  };
  if (Object.values(change).every((value) => value === undefined)) {
    throw new UsageError('set needs --headline, --section or --append-paragraph.');
  }
  return { command: 'set', id, change };
}

function readExport(args: readonly string[]): Request {
  const text = { type: 'string' } as const;
  const parsed = parse(
    args,
    {
      format: text,
      out: text,
      id: { type: 'string', multiple: true },
      section: text,
      all: { type: 'boolean' },
      override: text,
    },
    0,
  );
  const format = required(parsed, 'format');
  if (!exportFormat.safeParse(format).success) {
    throw new UsageError(`--format is one of ${exportFormat.options.join(', ')}.`);
  }
  return {
    command: 'export',
    format,
    folder: resolve(required(parsed, 'out')),
    selection: readSelection(parsed),
    override: readOverride(parsed),
  };
}

function readSelection(parsed: Parsed): Selection {
  const ids = parsed.values['id'];
  const name = string(parsed, 'section');
  const given: readonly (Selection | false)[] = [
    Array.isArray(ids) && { kind: 'articles', ids: ids.map(String) },
    name !== undefined && { kind: 'section', name },
    parsed.values['all'] === true && { kind: 'all' },
  ];
  const [selection, second] = given.filter((choice) => choice !== false);
  if (selection === undefined || second !== undefined) {
    throw new UsageError('export needs exactly one of --id, --section and --all.');
  }
  return selection;
}

function readPush(args: readonly string[]): Request {
  const text = { type: 'string' } as const;
  const everyKey = new Set(cmsKindIds.flatMap((kind) => openFields(kind).map(({ key }) => key)));
  const fields = Object.fromEntries([...everyKey].map((key) => [key, text] as const));
  const parsed = parse(args, { ...fields, kind: text, url: text, override: text }, 1);
  const kind = cmsKind.safeParse(required(parsed, 'kind'));
  if (!kind.success) throw new UsageError(`--kind is one of ${cmsKind.options.join(', ')}.`);
  const id = first(parsed, 'push needs an id.');
  const account = {
    kind: kind.data,
    url: required(parsed, 'url'),
    fields: readFields(parsed, kind.data, everyKey),
  };
  return { command: 'push', id, account, override: readOverride(parsed) };
}

/** What a kind asks for, all of it and nothing else; its secret is never on the command line. */
function readFields(
  parsed: Parsed,
  kind: CmsKind,
  everyKey: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const keys = openFields(kind).map(({ key }) => key);
  const other = [...everyKey].find((key) => !keys.includes(key) && string(parsed, key) !== undefined);
  if (other !== undefined) throw new UsageError(`--${other} is not for --kind ${kind}.`);
  return Object.fromEntries(keys.map((key) => [key, required(parsed, key)] as const));
}

function readOverride(parsed: Parsed): string | null {
  const given = string(parsed, 'override');
  if (given === undefined) return null;
  const reason = overrideReason.safeParse(given);
  if (!reason.success) throw new UsageError('--override needs a reason of at most 500 characters.');
  return reason.data;
}

function parse(args: readonly string[], options: Options, most: number): Parsed {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: most > 0, strict: true });
    if (parsed.positionals.length > most)
      throw new UsageError(`“${parsed.positionals[most] ?? ''}” is one argument too many.`);
    return parsed;
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function first({ positionals }: Parsed, otherwise: string): string {
  const [word] = positionals;
  if (word === undefined) throw new UsageError(otherwise);
  return word;
}

function string({ values }: Parsed, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

function required(parsed: Parsed, option: string): string {
  const value = string(parsed, option);
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing.`);
  return value;
}
