import { z } from 'zod';

/** What is open in a window; each command says which part of it it needs. */
export const commandContext = z.strictObject({
  /** An article is open in the editor. */
  article: z.boolean(),
  /** That article is in the trash: it can be read and put back, not changed. */
  trashed: z.boolean(),
  /** The caret is in the body. */
  editing: z.boolean(),
  /** At least one CMS account exists. */
  account: z.boolean(),
  /** A modal dialog is open over the page. */
  modal: z.boolean(),
});
export type CommandContext = z.infer<typeof commandContext>;

export const EMPTY_CONTEXT: CommandContext = {
  article: false,
  trashed: false,
  editing: false,
  account: false,
  modal: false,
};
