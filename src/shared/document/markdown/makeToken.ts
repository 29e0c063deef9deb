import type { Token } from 'markdown-it';

/** Makes a token of the text that is being read. */
export type Make = (type: string, content?: string, nesting?: Token['nesting']) => Token;
