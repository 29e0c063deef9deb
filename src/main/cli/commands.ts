import type { Article, ArticlePatch } from '#shared/domain/article';
import type { AccountIdentity } from '../store/cms/accounts';
import type { NodeJson } from '#shared/domain/documentJson';
import type { ExportFormat } from '#shared/domain/exportFormats';
import type { ExportSelection } from '#shared/domain/exportJob';
import { NutgrafError, assertNever } from '#shared/domain/failure';
import { articleContent } from '#shared/domain/article';
import type { Id } from '#shared/domain/id';
import { id as idSchema } from '#shared/domain/id';
import { allArticleRows, getArticle, saveArticle } from '../store/articles/articles';
import type { Store } from '../store/store';
import { failedItems, getExport, writtenFiles } from '../store/jobs/exportItems';
import { listSections } from '../store/articles/sectionRecord';
import { findSection } from '../store/articles/sections';
import { toldFailure } from '../store/safety/recoveryMark';
import type { Change, Request, Selection } from './arguments';
import { importFiles } from './importFiles';
import type { Printer } from './print';
import { type JobSurroundings, runJob } from './runJob';

/** What the commands work with. */
export interface CommandContext extends JobSurroundings {
  readonly store: Store;
  readonly push: (articleId: Id, account: AccountIdentity, override: string | null) => Promise<PushResult>;
  readonly print: Printer;
}

interface PushResult {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'conflict' | 'queued';
}

type Run<Command extends Request['command']> = (
  context: CommandContext,
  request: Extract<Request, { command: Command }>,
) => number | Promise<number>;

/** Carries out a request; returns the exit code. Throws NutgrafError for what failed as a whole. */
export async function runRequest<Command extends Request['command']>(
  context: CommandContext,
  request: Extract<Request, { command: Command }>,
): Promise<number> {
  return commands[request.command](context, request);
}

const commands: { readonly [Command in Request['command']]: Run<Command> } = {
  import: importFiles,
  list,
  show,
  set,
  export: exportArticles,
  push,
};

function list({ store, print }: CommandContext): number {
  const sections = sectionNames(store);
  for (const row of allArticleRows(store)) {
    const { id, headline, sectionId, status, wordCount, updatedAt } = row;
    print.line({ id, headline, section: sections(sectionId), status, words: wordCount, updatedAt });
  }
  return 0;
}

function show({ store, print }: CommandContext, { id }: { readonly id: string }): number {
  const article = getArticle(store, knownId(id));
  print.line({ ...article, section: sectionNames(store)(article.sectionId) });
  return 0;
}

function set(
  { store, print }: CommandContext,
  { id, change }: { readonly id: string; readonly change: Change },
): number {
  const known = knownId(id);
  const sectionId = change.section === undefined ? undefined : sectionIdOf(store, change.section);
  for (;;) {
    const article = getArticle(store, known);
    if (article.trashedAt !== null) {
      throw new NutgrafError('in_trash', 'This article is in the trash. Put it back before you change it.');
    }
    const result = saveArticle(store, {
      id: known,
      baseVersion: article.version,
      patch: patchOf(article, change, sectionId),
    });
    if (result.kind === 'stale') continue;
    const { headline, sectionId: section, status, wordCount, updatedAt, version } = getArticle(store, known);
    print.line({
      id,
      headline,
      section: sectionNames(store)(section),
      status,
      words: wordCount,
      updatedAt,
      version,
    });
    return 0;
  }
}

function patchOf(article: Article, { headline, paragraph }: Change, sectionId: Id | undefined): ArticlePatch {
  const patch = {
    ...(headline === undefined ? {} : { headline: headline.toWellFormed() }),
    ...(sectionId === undefined ? {} : { sectionId }),
    ...(paragraph === undefined ? {} : { body: withParagraph(article.body, paragraph.toWellFormed()) }),
  };
  const checked = articleContent.partial().safeParse(patch);
  if (checked.success) return checked.data;
  throw new NutgrafError('bad_value', checked.error.issues.map(({ message }) => message).join(' '));
}

/** The body with one more paragraph; a body of one empty paragraph becomes that paragraph. */
function withParagraph(body: Article['body'], text: string): Article['body'] {
  const paragraph: NodeJson = { type: 'paragraph', content: [{ type: 'text', text }] };
  const [only, second] = body.content;
  const empty = second === undefined && only?.type === 'paragraph' && only.content === undefined;
  return { ...body, content: empty ? [paragraph] : [...body.content, paragraph] };
}

async function exportArticles(
  context: CommandContext,
  { format, folder, selection, override }: Extract<Request, { command: 'export' }>,
): Promise<number> {
  const { store, print } = context;
  const { id, interrupted } = await runJob(context, {
    queue: (jobs) => jobs.export,
    request: {
      format: format as ExportFormat,
      folder,
      selection: selectionOf(store, selection),
      override,
    },
  });
  for (const file of writtenFiles(store, id)) print.line(file);
  const failed = failedItems(store, id);
  for (const { articleId, failure } of failed) print.line({ id: articleId, error: failure });
  const { state, notes, failure, total, done } = getExport(store, id);
  for (const note of notes) print.complain(`nutgraf: ${note}`);
  if (failure) print.line({ error: failure });
  if (state === 'cancelled') {
    print.complain(`nutgraf: Stopped. Of ${total} articles, ${done} were written; their files are complete.`);
    return interrupted ?? 1;
  }
  return failed.length === 0 && state === 'done' ? 0 : 1;
}

function selectionOf(store: Store, selection: Selection): ExportSelection {
  switch (selection.kind) {
    case 'articles': {
      const ids = selection.ids.map((id) => getArticle(store, knownId(id)).id);
      return { kind: 'articles', ids };
    }
    case 'section':
      return { kind: 'section', sectionId: sectionIdOf(store, selection.name) };
    case 'all':
      return { kind: 'all' };
    default:
      return assertNever(selection);
  }
}

const exitCodes = { created: 0, updated: 0, unchanged: 0, conflict: 3, queued: 4 } as const satisfies Record<
  PushResult['outcome'],
  number
>;

async function push(
  context: CommandContext,
  { id, account, override }: Extract<Request, { command: 'push' }>,
): Promise<number> {
  try {
    const result = await context.push(knownId(id), account, override);
    context.print.line(result);
    return exitCodes[result.outcome];
  } catch (thrown) {
    context.print.line({ id, error: toldFailure(context.store.folder, thrown) });
    return 1;
  }
}

function knownId(id: string): Id {
  if (idSchema.safeParse(id).success) return id;
  throw new NutgrafError('article_not_found', `There is no article ${id}. “nutgraf list” shows the ids.`);
}

function sectionIdOf(store: Store, name: string): Id {
  const section = findSection(store, name);
  if (section !== null) return section.id;
  const known = listSections(store).map((one) => one.name);
  throw new NutgrafError(
    'section_not_found',
    `There is no section “${name}”. There are: ${known.join(', ')}.`,
  );
}

function sectionNames(store: Store): (id: Id | null) => string | null {
  const names = new Map(listSections(store).map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
