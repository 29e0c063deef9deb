import { expect, test } from 'vitest';
import { catalogueFaults, completed } from './catalogues';
import { textsOf } from './sourceTexts';

const found = (content: string) =>
  textsOf('a.tsx', `import { say, saying } from '#shared/language/say';${content}`);
const faults = (content: string): readonly string[] => found(content).faults.map(({ message }) => message);

test('every text that is said is found, with its place', () => {
  const { texts, faults } = found(`
    const label = saying('Save now');
    const a = () => say('{count, plural, one {# word} other {# words}}', { count });
  `);
  expect(faults).toEqual([]);
  expect(texts).toEqual([
    { text: 'Save now', at: 'a.tsx:2' },
    { text: '{count, plural, one {# word} other {# words}}', at: 'a.tsx:3' },
  ]);
});

test('a text that no catalogue could have is refused', () => {
  expect(faults('const a = () => say(label);')).toEqual([
    'The text is not a literal, so no catalogue can have it.',
  ]);
  expect(faults('const a = () => say(`${n} words`);')).toHaveLength(1);
  expect(faults(`const a = say('Save now');`)).toEqual([
    'This is said while the module loads, before the language is known: use saying().',
  ]);
});

test('another function of the same name says nothing', () => {
  expect(textsOf('a.ts', `const a = () => say(1, say('Saved'));`)).toEqual({ texts: [], faults: [] });
});

test('a text and its values agree', () => {
  expect(faults(`const a = () => say('Send to {cms}');`)).toEqual([
    'The text has braces, and no values are given.',
  ]);
  expect(faults(`const a = () => say('Send to {cms}', { site });`)).toEqual([
    '{cms} is not given.',
    'site is not in the text.',
  ]);
  expect(faults(`const a = () => say('{n, plural, one {#}', { n });`)[0]).toMatch(/^This is no ICU message/u);
  expect(faults(`const a = () => say('{a, plural, other {{b}}}', { a, b });`)).toEqual([]);
});

test('what a window shows without saying it is found', () => {
  expect(faults('const a = <p>Saved</p>;')).toEqual(['“Saved” is in no catalogue: say it with say().']);
  expect(faults('const a = <input aria-label="Search" placeholder="3–5" />;')).toHaveLength(1);
  expect(faults(`const a = () => <p className="Saved">{say('Saved')} · 3</p>;`)).toEqual([]);
});

test('so is what an expression may come to, but not what it compares, calls or draws', () => {
  const unsaid = (text: string): string => `“${text}” is in no catalogue: say it with say().`;
  expect(faults(`const a = <p>{isOpen ? 'Close' : 'Open'}</p>;`)).toEqual([unsaid('Close'), unsaid('Open')]);
  expect(faults('const a = <button title={`Remove ${name}`} />;')).toEqual([unsaid('Remove ${name}')]);
  expect(faults(`const a = <p>{name || ('No name' as string)}{isNew && 'New'}</p>;`)).toEqual([
    unsaid('No name'),
    unsaid('New'),
  ]);
  expect(
    faults('const a = <p className={`size-${size}`}>{`${size} %`}{kind === "draft" && <b />}</p>;'),
  ).toEqual([]);
  expect(
    faults(`const a = () => <p title={isOpen ? say('Close') : undefined}>{titleOf('draft')}</p>;`),
  ).toEqual([]);
});

test('so is a failure in plain words, but for the command line', () => {
  const made = `throw new NutgrafError('gone', 'It is gone.'); new SiteFailure('cms_gone', \`No \${name}\`, {});`;
  const where = (file: string) => textsOf(file, made).faults.length;
  expect(where('src/main/jobs/queue.ts')).toBe(2);
  expect(where('src/main/cli/commands.ts')).toBe(0);
  expect(faults(`const a = () => new NutgrafError('gone', \`\${say('Gone.')} \${say('Safe.')}\`);`)).toEqual(
    [],
  );
});

test('what says a text is imported by its own name, by which its texts are found', () => {
  const refused = ['Import what says a text by its own name: it is found by that.'];
  const told = (content: string) => textsOf('a.ts', content).faults.map(({ message }) => message);
  expect(told(`import { say as told } from '#shared/language/say'; const a = () => told('Saved');`)).toEqual(
    refused,
  );
  expect(told(`import * as speech from '#shared/language/say';`)).toEqual(refused);
  expect(told(`import { say as told } from './elsewhere';`)).toEqual([]);
});

test('a catalogue gets what it lacks, and loses what is said no longer', () => {
  expect(completed({ Save: 'Sichern', Old: 'Alt' }, ['Save', 'New', 'New'])).toEqual({
    New: '',
    Save: 'Sichern',
  });
});

test('a catalogue that says too little, too much or something else is refused', () => {
  const texts = ['Save', 'Send to {cms}', '{n, plural, one {# word} other {# words}}'];
  const own = {
    Save: 'Sichern',
    'Send to {cms}': 'An {cms} senden',
    '{n, plural, one {# word} other {# words}}': '{n, plural, one {# Wort} other {# Wörter}}',
  };
  expect(catalogueFaults('de', own, texts)).toEqual([]);
  expect(catalogueFaults('de', { ...own, Save: '' }, texts)).toEqual(['“Save” is not translated.']);
  expect(catalogueFaults('de', { ...own, Old: 'Alt' }, texts)).toEqual(['“Old” is said no longer.']);
  expect(catalogueFaults('de', { ...own, 'Send to {cms}': 'An {site} senden' }, texts)).toEqual([
    '“An {site} senden” has other values than “Send to {cms}”.',
  ]);
  expect(catalogueFaults('de', { ...own, 'Send to {cms}': 'An {cms senden' }, texts)[0]).toMatch(
    /is no ICU message/u,
  );
});

const german = (text: string, own: string): readonly string[] =>
  catalogueFaults('de', { [text]: own }, [text]);

test('a catalogue says a value in the way that English does', () => {
  expect(german('{count, number} left', 'noch {count}')).toEqual([
    '“noch {count}” says {count} as text, not number.',
  ]);
  expect(german('Hello {name}', 'Hallo {name, number}')).toHaveLength(1);
  expect(german('{n, plural, one {# word} other {# words}}', '{n, number} Wörter')).toEqual([
    '“{n, number} Wörter” has no plural of {n}.',
  ]);
  expect(german('{of, select, a {A} other {B}}', '{of, select, other {B}}')).toHaveLength(1);
  expect(german('{n, number} more', '{n, plural, one {# weiterer} other {# weitere}}')).toEqual([]);
});

test('a catalogue has a form for each count of its language', () => {
  const text = '{n, plural, =0 {none} one {# word} other {# words}}';
  const faults = (language: string, own: string) => catalogueFaults(language, { [text]: own }, [text]);
  expect(faults('de', '{n, plural, =0 {keins} other {# Wörter}}')).toEqual([
    '“{n, plural, =0 {keins} other {# Wörter}}” has no “one” for {n}.',
  ]);
  expect(faults('de', '{n, plural, =1 {ein Wort} other {# Wörter}}')).toEqual([]);
  expect(faults('fr', '{n, plural, =1 {un mot} other {# mots}}')).toHaveLength(1);
  expect(faults('fr', '{n, plural, one {# mot} other {# mots}}')).toEqual([]);
  expect(faults('ar', '{n, plural, one {a} two {b} few {c} other {d}}')).toEqual([
    '“{n, plural, one {a} two {b} few {c} other {d}}” has no “many” for {n}.',
  ]);
});
