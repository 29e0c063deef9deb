import { saying } from '../language/say';

/** What the user is asked for to sign in to a site. */
export interface CredentialField {
  /** One plain word: its name in the store, and its option on the command line (`--user`). */
  readonly key: string;
  /**
   * Its name inside a sentence (“Enter password…”): after a colon or a verb, never after an article or before an
   * adjective, since languages differ in its gender.
   */
  readonly name: () => string;
  readonly label: () => string;
  /** Where the user finds it. */
  readonly hint: (() => string) | null;
  /** Kept by the keyring and never shown again. Each kind has exactly one such field. */
  readonly secret: boolean;
}

/** What a kind of CMS can do. */
export interface CmsAbilities {
  /**
   * It keeps what was overwritten (unless a site has that switched off), so that a change at the moment of sending
   * can be found afterwards. A kind that does not must refuse, with `cms_collision`, to overwrite anything it has not
   * shown.
   */
  readonly revisions: boolean;
  /** It files posts under ids; otherwise a post contains the names themselves. */
  readonly tagsById: boolean;
}

/** An XML file to which a CMS exports its posts, which imports refuse by name. */
interface CmsExportFile {
  readonly root: RegExp;
  /** Text that identifies it. */
  readonly holds: RegExp;
  /** Says that it is one: “This is a … export.” */
  readonly told: () => string;
}

export interface CmsKindRow {
  readonly name: string;
  readonly credentials: readonly CredentialField[];
  readonly can: CmsAbilities;
  readonly exportFile: CmsExportFile | null;
}

/** Every kind of CMS: a new one is a row here, plus its adapter. */
export const cmsKinds = {
  wordpress: {
    name: 'WordPress',
    credentials: [
      { key: 'user', name: saying('user'), label: saying('User'), hint: null, secret: false },
      {
        key: 'password',
        name: saying('password'),
        label: saying('Application password'),
        hint: saying(
          'Create one in WordPress under Users ▸ Profile ▸ Application Passwords. It is not the password you log in with.',
        ),
        secret: true,
      },
    ],
    can: { revisions: true, tagsById: true },
    exportFile: {
      root: /^rss$/i,
      holds: /wordpress\.org\/export/i,
      told: saying('This is a WordPress export (WXR).'),
    },
  },
} as const satisfies Readonly<Record<string, CmsKindRow>>;

export type CmsKind = keyof typeof cmsKinds;
