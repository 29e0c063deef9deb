import type { Node } from '@tiptap/pm/model';
import { articleDirection, type Direction } from '../domain/direction';
import { guessLanguage } from './language';
import { toPlainText } from './toPlainText';

/** What an article says of itself, beside its body. */
export interface Written {
  readonly headline: string;
  readonly standfirst: string;
  readonly language: string;
  readonly direction: Direction | 'auto';
}

/** In which language and direction an article is written. */
export interface Script {
  /** BCP 47; empty where it is neither set nor to be told by the text. */
  readonly language: string;
  /** Nobody set it: it is told by the text. */
  readonly isGuessed: boolean;
  readonly direction: Direction;
}

/** What is set holds; what is not is told by the body, and by the head where there is no body yet. */
export function scriptOf({ headline, standfirst, language, direction }: Written, body: Node): Script {
  const text = toPlainText(body);
  const head = [headline, standfirst].filter((line) => line !== '').join('. ');
  return {
    language: language || guessLanguage(text) || guessLanguage(head),
    isGuessed: language === '',
    direction: articleDirection({ direction, headline }, text),
  };
}
