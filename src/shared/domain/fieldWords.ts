import type { ArticleContent, ArticleField } from './article';
import { fullTime } from './fullTime';
import { type FieldName, type Fields, articleFields } from './fields';
import type { Id } from './id';
import { say } from '../language/say';

type Value = ArticleContent[Exclude<ArticleField, 'body'>];
type Kind = Exclude<Fields[FieldName]['kind'], 'body'>;
type Choices = Readonly<Record<string, () => string>>;

/** The name of a section; undefined when it is gone. */
type SectionName = (id: Id) => string | undefined;

/** How a value of each kind reads in a sentence, or beside another one. */
const wordsOf: Readonly<Record<Kind, (value: Value, names: SectionName, choices: Choices) => string>> = {
  line: String,
  text: String,
  hold: (value) => (isHold(value) ? value.reason || say('On') : say('Off')),
  time: (value) => (typeof value === 'number' ? fullTime(value) : ''),
  choice: (value, _, choices) => (typeof value === 'string' ? (choices[value]?.() ?? value) : ''),
  language: String,
  section: (value, names) => (typeof value === 'string' && names(value)) || say('No section'),
  hashtags: (value) => (Array.isArray(value) ? value.map((tag) => `#${tag}`).join(' ') : ''),
};

const isHold = (value: Value): value is { reason: string } =>
  typeof value === 'object' && value !== null && 'reason' in value;

/** A field's value in words; empty for a blank one. */
export function fieldWords<Field extends Exclude<ArticleField, 'body'>>(
  field: Field,
  value: ArticleContent[Field],
  names: SectionName,
): string {
  const row: Fields[FieldName] = articleFields[field];
  return wordsOf[articleFields[field].kind](value, names, 'choices' in row ? row.choices : {});
}
