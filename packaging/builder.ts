import type { Configuration, MacConfiguration, NsisOptions } from 'electron-builder';
import { noticesFile } from './notices';

/** What sets one build apart from another. */
export interface Build {
  /** A folder with Electron as it comes, or null where the builder fetches the official one; and its version. */
  readonly electron: { readonly folder: string | null; readonly version: string };
  /** Where the packages are made. */
  readonly output: string;
  /** Node-API binary of better-sqlite3, inside its package. */
  readonly nativeModule: string;
  /** Null for a release; otherwise what the build says it is, in its name and in the About window. */
  readonly test: { readonly productName: string; readonly version: string } | null;
  /** Where it looks for updates, and whose signature these bear; null for a build that does not look. */
  readonly updates: { readonly address: string; readonly key: string } | null;
}

/** The languages of the interface, in which Chromium's own texts and the installer for Windows come too. */
const languages = [
  { chromium: 'en-US', nsis: 'en_US' },
  { chromium: 'ar', nsis: 'ar_SA' },
  { chromium: 'de', nsis: 'de_DE' },
  { chromium: 'es', nsis: 'es_ES' },
  { chromium: 'fr', nsis: 'fr_FR' },
] as const;

/**
 * The fuses of every package (electronjs.org/docs/latest/tutorial/fuses). The asar's integrity is checked where the
 * system has a place for its hash: on macOS and Windows.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const satisfies Configuration['electronFuses'];

/** What the builder fills in for each package. */
const filledIn = (name: 'platform' | 'os' | 'arch' | 'version' | 'ext'): string => `\${${name}}`;

/** The official binary of better-sqlite3 for the system and the processor that a package is for. */
export const officialModule = `prebuilds/${filledIn('platform')}-${filledIn('arch')}.node`;

/**
 * What the app opens, among other programs: what was the default before stays it. On Windows, `installer.nsh` says so.
 * The test of `src/shared/domain/importFormats.ts` keeps them in step with what an import reads.
 */
const opened: Pick<MacConfiguration, 'fileAssociations' | 'protocols'> = {
  fileAssociations: [
    { name: 'Plain text', ext: ['txt', 'text'], role: 'Editor', rank: 'Alternate' },
    { name: 'Markdown text', ext: ['md', 'markdown', 'mdown', 'mkd'], role: 'Editor', rank: 'Alternate' },
    { name: 'Web page', ext: ['html', 'htm', 'xhtml', 'xhtm'], role: 'Editor', rank: 'Alternate' },
  ],
  protocols: [{ name: 'Nutgraf link', schemes: ['nutgraf'], role: 'Editor' }],
};

/**
 * macOS lets no unsigned program run on Apple's processors, so a test build signs itself. Its parts have no team in
 * common then, which the hardened runtime would refuse.
 */
const mac = (isRelease: boolean): MacConfiguration => ({
  icon: 'packaging/icons/nutgraf.icns',
  category: 'public.app-category.productivity',
  target: ['dmg', 'zip'],
  ...opened,
  // Writing and running machine code is all that V8 needs (electronjs.org/docs/latest/tutorial/code-signing).
  entitlements: 'packaging/mac/entitlements.plist',
  entitlementsInherit: 'packaging/mac/entitlements.plist',
  hardenedRuntime: isRelease,
  notarize: isRelease,
  forceCodeSigning: isRelease,
  ...(isRelease ? {} : { identity: '-' }),
});

/** For the user who runs it, without a question and without an administrator; articles outlive the app. */
const nsis: NsisOptions = {
  oneClick: true,
  perMachine: false,
  include: 'packaging/windows/installer.nsh',
  packElevateHelper: false,
  deleteAppDataOnUninstall: false,
  differentialPackage: false,
  buildUniversalInstaller: false,
  installerLanguages: languages.map((language) => language.nsis),
};

/** electron-builder's configuration, for every system. */
export function builderConfiguration(build: Build): Configuration {
  const { electron, output, nativeModule, test, updates } = build;
  return {
    appId: 'org.nutgraf.Nutgraf',
    productName: test?.productName ?? 'Nutgraf',
    copyright: 'Copyright © 2026 The Nutgraf contributors',
    artifactName: `nutgraf-${filledIn('version')}-${filledIn('os')}-${filledIn('arch')}.${filledIn('ext')}`,
    ...((test ?? updates) && { extraMetadata: { ...test, ...(updates && { updates }) } }),
    // Not resources/: the builder leaves this folder out of the app.
    directories: { output, buildResources: 'packaging' },
    ...(electron.folder !== null && { electronDist: electron.folder }),
    electronVersion: electron.version,
    electronLanguages: languages.map((language) => language.chromium),
    // better-sqlite3 comes ready-made; nothing is compiled here.
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    asar: true,
    // A native module is loaded from a file of its own.
    asarUnpack: ['**/*.node'],
    files: [
      'package.json',
      'out/{main,preload,renderer}/**',
      'resources/window-icon.png',
      '!**/*.map',
      `!out/**/${noticesFile}`,
      '!node_modules/**',
      'node_modules/better-sqlite3/{package.json,LICENSE}',
      'node_modules/better-sqlite3/lib/**',
      `node_modules/better-sqlite3/${nativeModule}`,
    ],
    // Outside of the archive, where people find it and the app reads it.
    extraResources: [
      { from: `out/renderer/${noticesFile}`, to: noticesFile },
      { from: 'resources/sample-desk', to: 'sample-desk' },
      { from: 'CHANGELOG.md', to: 'CHANGELOG.md' },
    ],
    electronFuses: fuses,
    linux: { target: 'dir', executableName: 'nutgraf', category: 'Office' },
    mac: mac(test === null),
    win: { icon: 'packaging/icons/nutgraf.ico', target: 'nsis', forceCodeSigning: test === null },
    nsis,
    // The one whose AppImages start where libfuse2 is not installed.
    toolsets: { appimage: '1.0.3' },
    publish: null,
  };
}
