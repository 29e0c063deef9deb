import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { namesOf } from './message';

/** A text that the interface says, and where. */
interface SourceText {
  readonly text: string;
  /** The file, from the project's folder, and its line. */
  readonly at: string;
}

/** What is wrong with a text: it could not be translated, or would be said wrongly. */
interface TextFault {
  readonly at: string;
  readonly message: string;
}

interface Found {
  readonly texts: readonly SourceText[];
  readonly faults: readonly TextFault[];
}

/** What says a text, and whether it may stand where a module is loaded, before the language is known. */
const speakers: ReadonlyMap<string, { readonly late: boolean }> = new Map([
  ['say', { late: false }],
  ['saying', { late: true }],
  ['searchWords', { late: true }],
  ['sayPieces', { late: false }],
  ['sayNodes', { late: false }],
]);

/** Attributes of an element or a component whose literal is read by people. */
const readByPeople = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'description',
  'hint',
  'label',
  'placeholder',
  'title',
]);

const isSource = (file: string): boolean =>
  /\.tsx?$/u.test(file) &&
  !/\.test\.tsx?$|\.d\.ts$|(?:^|\/)testing\/|(?:^|\/)fixtures\.tsx?$/u.test(file) &&
  !file.startsWith('src/shared/language/');

/** Every text in a project's sources; tests have none. */
export function sourceTexts(project: string): Found {
  const files = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll(path.sep, '/')}`)
    .filter(isSource)
    .toSorted();
  const all = files.map((file) => textsOf(file, readFileSync(path.join(project, file), 'utf8')));
  return { texts: all.flatMap(({ texts }) => texts), faults: all.flatMap(({ faults }) => faults) };
}

/** The texts of one file. */
export function textsOf(file: string, content: string): Found {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const texts: SourceText[] = [];
  const faults: TextFault[] = [];
  const spoken = namesFromSpeech(source);
  const where = (node: ts.Node): string =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const speaker = spoken.has(node.expression.text) ? speakers.get(node.expression.text) : undefined;
      if (speaker !== undefined) {
        const { text, problems } = readCall(node, speaker.late);
        if (text !== null) texts.push({ text, at: where(node) });
        faults.push(...problems.map((message) => ({ at: where(node), message })));
      }
    }
    for (const unsaid of unsaidIn(file, node))
      faults.push({ at: where(node), message: `“${unsaid}” is in no catalogue: say it with say().` });
    if (ts.isImportDeclaration(node) && hidesSpeech(node))
      faults.push({
        at: where(node),
        message: 'Import what says a text by its own name: it is found by that.',
      });
    ts.forEachChild(node, look);
  };
  look(source);
  return { texts, faults };
}

/** Another function may have the same name. */
function namesFromSpeech(source: ts.SourceFile): ReadonlySet<string> {
  const imports = source.statements.filter(
    (one): one is ts.ImportDeclaration => ts.isImportDeclaration(one) && isOfSpeech(one),
  );
  const named = imports.map(({ importClause }) => importClause?.namedBindings);
  return new Set(
    named.flatMap((names) =>
      names && ts.isNamedImports(names) ? names.elements.map(({ name }) => name.text) : [],
    ),
  );
}

const isOfSpeech = ({ moduleSpecifier }: ts.ImportDeclaration): boolean =>
  ts.isStringLiteral(moduleSpecifier) && /\/say(?:Nodes)?$/u.test(moduleSpecifier.text);

/** Whether an import gives what says a text another name, or all of it one. */
function hidesSpeech(node: ts.ImportDeclaration): boolean {
  const names = node.importClause?.namedBindings;
  if (names === undefined || !isOfSpeech(node)) return false;
  return (
    ts.isNamespaceImport(names) ||
    names.elements.some(({ propertyName }) => propertyName !== undefined && speakers.has(propertyName.text))
  );
}

interface Call {
  readonly text: string | null;
  readonly problems: readonly string[];
}

function readCall(call: ts.CallExpression, late: boolean): Call {
  const [first, values] = call.arguments;
  if (first === undefined || !ts.isStringLiteralLike(first))
    return { text: null, problems: ['The text is not a literal, so no catalogue can have it.'] };
  const { text } = first;
  const early = !late && isAtModuleLevel(call);
  return {
    text,
    problems: [
      ...(early ? ['This is said while the module loads, before the language is known: use saying().'] : []),
      ...valueProblems(text, values),
    ],
  };
}

function isAtModuleLevel(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent)
    if (ts.isFunctionLike(at)) return false;
  return true;
}

function valueProblems(text: string, values: ts.Expression | undefined): readonly string[] {
  if (values === undefined)
    return /[{}]/u.test(text) ? ['The text has braces, and no values are given.'] : [];
  const wanted = namesOf(text);
  if (typeof wanted === 'string') return [`This is no ICU message: ${wanted}`];
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment)) return [];
  const given = new Set(values.properties.map((property) => property.name?.getText() ?? ''));
  return [
    ...[...wanted].filter((name) => !given.has(name)).map((name) => `{${name}} is not given.`),
    ...[...given].filter((name) => !wanted.has(name)).map((name) => `${name} is not in the text.`),
  ];
}

/** No language changes the app’s name, nor how an address begins. */
const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text.replaceAll(/Nutgraf|https:\/\//gu, ''));

/** Failures that windows show; the command line has its own words. */
const failures = new Set(['NutgrafError', 'SiteFailure']);
const hasOwnWords = (file: string): boolean => file.startsWith('src/main/cli/');

/** What a person would read and no catalogue has. */
function unsaidIn(file: string, node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return hasLetters(node.text) ? [node.text.trim()] : [];
  if (ts.isJsxAttribute(node) && readByPeople.has(node.name.getText())) return literalsIn(node.initializer);
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return literalsIn(node);
  if (ts.isNewExpression(node) && failures.has(node.expression.getText()) && !hasOwnWords(file))
    return literalsIn(node.arguments?.[1]);
  return [];
}

/** The literals with letters that an expression may come to. What it calls, compares or draws is looked at by itself. */
function literalsIn(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return hasLetters(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) {
    const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    return [
      ...(texts.some(hasLetters) ? [node.getText().slice(1, -1)] : []),
      ...node.templateSpans.flatMap(({ expression }) => literalsIn(expression)),
    ];
  }
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsIn);
  if (ts.isBinaryExpression(node)) return operandsOf(node).flatMap(literalsIn);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsIn);
  if (
    ts.isJsxExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return literalsIn(node.expression);
  return [];
}

/** What an operator may come to: the right side of a condition, either side of a default or a sum. */
function operandsOf({ left, right, operatorToken: { kind } }: ts.BinaryExpression): readonly ts.Node[] {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return [right];
  const both = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
  return both.includes(kind) ? [left, right] : [];
}
