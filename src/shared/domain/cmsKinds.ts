/** What a person is asked for to sign in at a site. */
export interface CredentialField {
  /**
   * One plain word: its name in the store, its option of the command line (`--user`), and what it is called within a
   * sentence (“Enter password…”).
   */
  readonly key: string;
  readonly label: string;
  /** Where a person finds it. */
  readonly hint: string | null;
  /** Kept by the keyring and never shown again. Each kind has exactly one that is. */
  readonly secret: boolean;
}

/** What a kind of CMS can do. */
export interface CmsAbilities {
  /**
   * It keeps what was overwritten, unless a site has that switched off, so that a change in the very moment of sending
   * is found afterwards. A kind that does not must refuse to overwrite what it did not show, as `cms_collision`.
   */
  readonly revisions: boolean;
  /** It files posts under ids; where it does not, the names themselves stand in a post. */
  readonly tagsById: boolean;
  /** It publishes a post by itself at a time that it is told. */
  readonly schedule: boolean;
}

/** An XML file that a CMS exports its posts to, which an import refuses by its name. */
interface CmsExportFile {
  readonly root: RegExp;
  /** What stands in it. */
  readonly holds: RegExp;
  readonly name: string;
}

export interface CmsKindRow {
  readonly name: string;
  readonly credentials: readonly CredentialField[];
  readonly can: CmsAbilities;
  readonly exportFile: CmsExportFile | null;
}

/** Every kind of CMS: a new one is a row here, and its adapter. */
export const cmsKinds = {
  wordpress: {
    name: 'WordPress',
    credentials: [
      { key: 'user', label: 'User', hint: null, secret: false },
      {
        key: 'password',
        label: 'Application password',
        hint: 'Made in WordPress under Users ▸ Profile ▸ Application Passwords. Not the password you log in with.',
        secret: true,
      },
    ],
    can: { revisions: true, tagsById: true, schedule: true },
    exportFile: { root: /^rss$/i, holds: /wordpress\.org\/export/i, name: 'a WordPress export (WXR)' },
  },
} as const satisfies Readonly<Record<string, CmsKindRow>>;

export type CmsKind = keyof typeof cmsKinds;
