import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { PSEUDO_RTL, type SpokenLanguage } from './languages';
import type { Speech } from './say';

/** Letters that read as those of English, so that a person can find their way, and that no text has by itself. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'åƀçđéƒĝĥïĵķļɱñöƥɋřšţûṽŵẋýžÅƁÇĐÉƑĜĤÏĴĶĻṀÑÖƤɊŘŠŢÛṼŴẊÝŽ'][index] ?? letter,
  ]),
);

/** The signs around each message. */
export const MARKS = { start: '⟦', end: '⟧' } as const;

/** The element types of a message that hold others (plural and select), and those that are text. */
const LITERAL = 0;

function rewritten(element: MessageFormatElement): MessageFormatElement {
  if ('options' in element) {
    const options = Object.entries(element.options).map(
      ([name, option]) => [name, { ...option, value: option.value.map(rewritten) }] as const,
    );
    return { ...element, options: Object.fromEntries(options) } as MessageFormatElement;
  }
  if (element.type !== LITERAL) return element;
  return { ...element, value: element.value.replace(/[a-z]/giu, (letter) => letters[letter] ?? letter) };
}

/** How many letters a message has, its longest variant counted. */
function lengthOf(message: readonly MessageFormatElement[]): number {
  return message.reduce((sum, element) => {
    if ('options' in element)
      return sum + Math.max(...Object.values(element.options).map(({ value }) => lengthOf(value)));
    return sum + (element.type === LITERAL ? element.value.length : 4);
  }, 0);
}

const literal = (value: string): MessageFormatElement => ({ type: LITERAL, value }) as MessageFormatElement;

/** Every message between marks, in other letters, and longer by 40 %, as German is. */
export function pseudoSpeech(language: SpokenLanguage): Speech {
  const turned = language === PSEUDO_RTL;
  return {
    language,
    catalogue: {},
    rewrite: (message) => [
      literal(turned ? `\u2067${MARKS.start}` : MARKS.start),
      ...message.map(rewritten),
      literal('·'.repeat(Math.ceil(lengthOf(message) * 0.4))),
      literal(turned ? `${MARKS.end}\u2069` : MARKS.end),
    ],
  };
}
