import type { CDPSession, Page } from '@playwright/test';

/** A word as an input method composes it: what is underlined, step by step, and what is inserted at the end. */
export interface Composed {
  readonly by: string;
  readonly steps: readonly string[];
  readonly word: string;
}

/**
 * Words from input methods and dead keys of several scripts; a preedit may contain spaces, commas and apostrophes.
 */
export const composedWords: readonly Composed[] = [
  { by: 'Japanese', steps: ['か', 'かn', 'かん', '漢字'], word: '漢字' },
  { by: 'pinyin', steps: ['x', 'xin', 'xin wen', "xin'wen,gao"], word: '新闻稿' },
  { by: 'Hangul', steps: ['ㅅ', '시', '신'], word: '신' },
  { by: 'a dead key', steps: ['´'], word: 'é' },
  { by: 'telex', steps: ['t', 'ti', 'tiê', 'tiến', 'tiếng'], word: 'tiếng' },
  { by: 'Devanagari phonetic', steps: ['ख', 'खब', 'खबर'], word: 'खबर' },
];

/** An input method on the window's keyboard. */
export interface InputMethod {
  /** Takes a key, as it does before anything is shown, and to choose or drop a candidate. */
  readonly takeKey: (key?: string) => Promise<void>;
  /** Shows what is being composed, at the caret. */
  readonly show: (preedit: string) => Promise<void>;
  /** Ends the composition with `word`. */
  readonly put: (word: string) => Promise<void>;
  readonly compose: (composed: Pick<Composed, 'steps' | 'word'>) => Promise<void>;
}

export async function inputMethod(window: Page): Promise<InputMethod> {
  const keyboard: CDPSession = await window.context().newCDPSession(window);
  const show = async (preedit: string): Promise<void> => {
    const end = preedit.length;
    await keyboard.send('Input.imeSetComposition', { text: preedit, selectionStart: end, selectionEnd: end });
  };
  const put = async (word: string): Promise<void> => {
    await keyboard.send('Input.insertText', { text: word });
  };
  const takeKey = async (key = 'Process'): Promise<void> => {
    const taken = { key, windowsVirtualKeyCode: 229 };
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...taken });
  };
  return {
    takeKey,
    show,
    put,
    compose: async ({ steps, word }) => {
      for (const step of steps) await show(step);
      await put(word);
    },
  };
}
