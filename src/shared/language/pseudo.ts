import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { PSEUDO_RTL, type SpokenLanguage } from './languages';
import type { Speech } from './say';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = 'åƀçđéƒĝĥïĵķļɱñöƥɋřšţûṽŵẋýžÅƁÇĐÉƑĜĤÏĴĶĻṀÑÖƤɊŘŠŢÛṼŴẊÝŽ';

/** Letters that read as those of English, so that a person can find their way, and that no text has by itself. */
const inOtherLetters = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => marked.charAt(plain.indexOf(letter)));

/** The signs around each message. */
export const MARKS = { start: '⟦', end: '⟧' } as const;

function rewritten(element: MessageFormatElement): MessageFormatElement {
  if ('options' in element) {
    const options = Object.entries(element.options).map(
      ([name, option]) => [name, { ...option, value: option.value.map(rewritten) }] as const,
    );
    return { ...element, options: Object.fromEntries(options) };
  }
  if (element.type !== TYPE.literal) return element;
  return { ...element, value: inOtherLetters(element.value) };
}

/** How many letters a message has, its longest variant counted. */
function lengthOf(message: readonly MessageFormatElement[]): number {
  return message.reduce((sum, element) => {
    if ('options' in element)
      return sum + Math.max(...Object.values(element.options).map(({ value }) => lengthOf(value)));
    return sum + (element.type === TYPE.literal ? element.value.length : 4);
  }, 0);
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

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
