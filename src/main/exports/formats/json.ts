import type { Format } from '../format';

/** The whole article as the store holds it, the body as ProseMirror JSON, and its section by name. */
export const json = {
  isStore: true,
  render: (article, { section }) => `${JSON.stringify({ ...article, section }, null, 2)}\n`,
} satisfies Format;
