import { validate } from '@actions/languageservice';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { inProject } from './project';

const folder = inProject('.github', 'workflows');
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

/** What GitHub's own service for editors says of a workflow. */
async function complaints(name: string, text: string): Promise<readonly string[]> {
  const found = await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text));
  return found.map(({ range, message }) => {
    const words = typeof message === 'string' ? message : message.value;
    return `${name}:${range.start.line + 1}: ${words}`;
  });
}

test('a step without an action, a key misspelt and a matrix without the property are found', async () => {
  const wrong = `on: push
permission: {}
jobs:
  one:
    strategy: { matrix: { system: [a] } }
    runs-on: \${{ matrix.sytem }}
    steps: [{ name: nothing }]`;
  expect(await complaints('wrong.yml', wrong)).toEqual([
    'wrong.yml:6: Context access might be invalid: sytem',
    "wrong.yml:2: Unexpected value 'permission'",
    expect.stringContaining('wrong.yml:7: '),
    'wrong.yml:7: Expected one of uses or run to be defined',
  ]);
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

describe.each(files)('$name', ({ name, text }) => {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

  test('has no fault that the linter finds', async () => {
    expect(await complaints(name, text)).toEqual([]);
  });

  test('may read the sources and, but for single jobs, nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.concurrency).toBeDefined();
    // It would run a stranger's code with the project's own rights.
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test('takes every action in a version, and no value of an event into the text of a script', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/^[\w-]+\/[\w/-]+@v\d+$/u.test(action))).toEqual([]);
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});
