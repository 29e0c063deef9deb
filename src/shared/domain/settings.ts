import { z } from 'zod';

/** What the editor chose for this store. Every key has a default, so an old store can read a new setting. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  contrast: z.enum(['system', 'high']).default('system'),
  exportFolder: z.string().default(''),
  importFolder: z.string().default(''),
  /** Signs typed in the text become formatting: `## `, `**bold**`, a web address. */
  autoformat: z.boolean().default(true),
  /** In a list, Tab indents the item; otherwise it leaves the text, as it does everywhere. */
  tabInLists: z.boolean().default(false),
});
export type Settings = z.infer<typeof settings>;
export type SettingsPatch = Partial<Settings>;
