import type { Node } from '@tiptap/pm/model';
import { articleDirection, DIRECTION_SAMPLE, type Direction } from '../domain/direction';
import { guessLanguage } from './language';
import { toPlainText } from './toPlainText';

/** What an article states about itself, apart from its body. */
export interface Written {
  readonly headline: string;
  readonly standfirst: string;
  readonly language: string;
  readonly direction: Direction | 'auto';
}

/** The language and direction of an article. */
export interface Script {
  /** BCP 47; empty if it is neither set nor recognisable. */
  readonly language: string;
  /** Not set by anyone, but recognised from the text. */
  readonly isGuessed: boolean;
  readonly direction: Direction;
}

/** What is set counts; the rest is recognised from the body, or from the head where there is no body yet. */
export function scriptOf({ headline, standfirst, language, direction }: Written, body: Node): Script {
  // The language is told by less of it.
  const text = toPlainText(body, DIRECTION_SAMPLE);
  const head = [headline, standfirst].filter((line) => line !== '').join('. ');
  return {
    language: language || guessLanguage(text) || guessLanguage(head),
    isGuessed: language === '',
    direction: articleDirection({ direction, headline }, text),
  };
}
