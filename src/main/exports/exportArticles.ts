import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { documentJsonOf, parseDocument } from '#shared/document/document';
import { linksAsText, withoutLinks } from '#shared/document/homelessLinks';
import type { Article } from '#shared/domain/article';
import type { AssetHash } from '#shared/domain/asset';
import { type ExportFormat, exportFormats } from '#shared/domain/exportFormats';
import type { ExportedAsset } from '#shared/domain/exportJob';
import { NutgrafError } from '#shared/domain/failure';
import { requireReleased } from '#shared/domain/hold';
import type { Id, Time } from '#shared/domain/id';
import { fileStem, nameKey, uniqueName } from './fileName';
import type { ExportContext, Format } from './format';
import { formats } from './formats';
import {
  type Manifest,
  type ManifestEntry,
  mayReplace,
  readManifest,
  sha256Of,
  writeAtomically,
  writeManifest,
} from './manifest';
import { listAdSlots } from '../store/articles/adSlots';
import { getArticle } from '../store/articles/articles';
import { assetPath, readAsset } from '../store/articles/assetFiles';
import { getAsset } from '../store/articles/assets';
import { importedHomelessLinks } from '../store/articles/importedLinks';
import { listSections } from '../store/articles/sections';
import {
  dropUnfinishedIn,
  putInPlace,
  syncFolder,
  writePart,
  type WrittenPart,
} from '../store/disk/durableFile';
import type { ItemOutcome } from '../store/jobs/exportItems';
import { toldFailure } from '../store/safety/recoveryMark';
import type { Reader } from '../store/store';

interface ExportItem {
  readonly ordinal: number;
  readonly articleId: Id;
  /** What held the article when a reason was given to write it. */
  readonly overridden?: readonly string[];
}

export interface ExportTask {
  readonly format: ExportFormat;
  readonly folder: string;
  /** By which embargoes hold, ms UTC. */
  readonly now: Time;
  /** What is still to be written. */
  readonly items: readonly ExportItem[];
  /** What an earlier run of this job wrote: its names stay taken and go into the manifest. */
  readonly written: readonly ManifestEntry[];
  /** The pictures that came with it. */
  readonly writtenAssets: readonly ExportedAsset[];
}

/** The folder of the images, beside the articles. */
const ASSETS = 'assets';

/** Articles that are brought to the disk together. */
const TOGETHER = 8;

/**
 * Writes the articles of a task, a few at a time, and yields how those few went; an article that fails holds up no
 * other. The manifest is written last, and also when the caller stops half-way. Throws a NutgrafError when the folder
 * itself cannot be written.
 */
export async function* exportArticles(
  reader: Reader,
  task: ExportTask,
  format: Format = formats[task.format],
): AsyncGenerator<readonly ItemOutcome[], void, void> {
  const run = new ExportRun(reader, task, format);
  try {
    for (let from = 0; from < task.items.length; from += TOGETHER) {
      const few = task.items.slice(from, from + TOGETHER).map((item) => run.write(item));
      const outcomes = await Promise.allSettled(few);
      yield outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refused = outcomes.find(({ status }) => status === 'rejected');
      if (refused?.status === 'rejected') throw refused.reason;
    }
  } finally {
    run.finish();
  }
}

interface WrittenArticle {
  readonly part: WrittenPart;
  readonly entry: ManifestEntry;
}

class ExportRun {
  readonly #reader: Reader;
  readonly #task: ExportTask;
  readonly #format: Format;
  readonly #before: Manifest;
  readonly #written: ManifestEntry[];
  readonly #assets = new Map<AssetHash, string>();
  readonly #taken: Set<string>;
  readonly #sections: ReadonlyMap<Id, string>;
  readonly #adSlots: ExportContext['adSlots'];
  /** When the articles that were begun so far have their files. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(reader: Reader, task: ExportTask, format: Format) {
    this.#reader = reader;
    this.#task = task;
    this.#format = format;
    prepareFolder(task.folder);
    dropParts(task.folder);
    this.#before = readManifest(task.folder);
    this.#written = [...task.written];
    for (const { file, sha256 } of task.writtenAssets) this.#assets.set(sha256, file);
    this.#taken = new Set(task.written.map(({ file }) => nameKey(file)));
    this.#sections = new Map(listSections(reader).map(({ id, name }) => [id, name]));
    this.#adSlots = new Map(listAdSlots(reader).map((slot) => [slot.key, slot]));
  }

  /** The file is written when it answers its promise, and in its place when that is kept. */
  async write({ ordinal, articleId, overridden }: ExportItem): Promise<ItemOutcome> {
    try {
      const pictures = new Set<AssetHash>();
      const kept = getArticle(this.#reader, articleId);
      requireReleased(kept, this.#task.now, overridden);
      const { article, note } = this.#exported(kept);
      const context = this.#contextOf(article, pictures);
      const { part, entry } = await this.#inTurn(article, this.#render(article, context));
      const assets = [...pictures].map((sha256) => ({ file: this.#assets.get(sha256) ?? '', sha256 }));
      await putInPlace(part);
      this.#written.push(entry);
      const { file: _name, ...told } = entry;
      return { kind: 'written', ordinal, file: { ...told, path: part.file }, assets, note };
    } catch (thrown) {
      const refused = folderFailure(thrown, this.#task.folder);
      if (refused?.code === EXPORT_DISK_FULL) throw refused;
      return {
        kind: 'failed',
        ordinal,
        failure: toldFailure(this.#reader.folder, refused ?? thrown),
      };
    }
  }

  async #render(article: Article, context: ExportContext): Promise<Uint8Array> {
    return Buffer.from(await this.#format.render(article, context));
  }

  /** Writes each article after the one that was begun before it: so the same store gives the same names. */
  async #inTurn(article: Article, rendering: Promise<Uint8Array>): Promise<WrittenArticle> {
    const written = Promise.allSettled([this.#turn, rendering]).then(async () =>
      this.#writeFile(article, await rendering),
    );
    this.#turn = Promise.allSettled([written]);
    return written;
  }

  finish(): void {
    try {
      if (this.#written.length > 0) this.#writeManifest();
    } catch (thrown) {
      throw folderFailure(thrown, this.#task.folder) ?? thrown;
    } finally {
      dropParts(this.#task.folder);
    }
  }

  #writeManifest(): void {
    const names = new Set(this.#written.map(({ file }) => nameKey(file)));
    const kept = this.#before.files.filter(({ file }) => !names.has(nameKey(file)));
    const assets = new Map([
      ...this.#before.assets.map(({ file, sha256 }) => [file, sha256] as const),
      ...[...this.#assets].map(([hash, file]) => [file, hash] as const),
    ]);
    writeManifest(this.#task.folder, {
      files: [...kept, ...this.#written],
      assets: [...assets].map(([file, sha256]) => ({ file, sha256 })),
    });
    if (this.#assets.size > 0) syncFolder(join(this.#task.folder, ASSETS));
    syncFolder(this.#task.folder);
  }

  /** As it may leave: a link that nobody knows the site of would lead to the site that the file is put on. */
  #exported(article: Article): { readonly article: Article; readonly note: string | null } {
    const homeless = importedHomelessLinks(this.#reader, article.id);
    if (this.#format.isStore === true || homeless.size === 0) return { article, note: null };
    const { doc, taken } = withoutLinks(parseDocument(article.body), homeless);
    if (taken.length === 0) return { article, note: null };
    const note = `“${article.headline}”: ${linksAsText(taken)}`;
    return { article: { ...article, body: documentJsonOf(doc) }, note };
  }

  /** `pictures` is told each image that the file shows from beside it. */
  #contextOf({ sectionId }: Article, pictures: Set<AssetHash>): ExportContext {
    return {
      section: sectionId === null ? null : (this.#sections.get(sectionId) ?? null),
      adSlots: this.#adSlots,
      assetPath: (hash) => {
        const path = this.#assets.get(hash) ?? this.#copyAsset(hash);
        if (path !== null) pictures.add(hash);
        return path;
      },
      readAsset: (hash) => this.#readAsset(hash),
    };
  }

  #writeFile(article: Article, data: Uint8Array): WrittenArticle {
    const { folder } = this.#task;
    const sha256 = sha256Of(data);
    const name = uniqueName(fileStem(article), exportFormats[this.#task.format].extension, (key) => {
      return this.#taken.has(key) || !mayReplace(folder, { id: article.id, file: key, sha256 }, this.#before);
    });
    const part = writePart(join(folder, name), data);
    this.#taken.add(nameKey(name));
    return { part, entry: { id: article.id, file: name, bytes: data.length, sha256 } };
  }

  #readAsset(hash: AssetHash): Uint8Array | null {
    const asset = getAsset(this.#reader, hash);
    return asset === null ? null : readAsset(this.#reader.folder, asset);
  }

  #copyAsset(hash: AssetHash): string | null {
    const asset = getAsset(this.#reader, hash);
    if (asset === null) return null;
    const name = `${ASSETS}/${basename(assetPath(this.#reader.folder, asset))}`;
    const target = join(this.#task.folder, name);
    mkdirSync(join(this.#task.folder, ASSETS), { recursive: true });
    if (!existsSync(target) || sha256Of(readFileSync(target)) !== hash)
      writeAtomically(this.#task.folder, name, readAsset(this.#reader.folder, asset));
    this.#assets.set(hash, name);
    return name;
  }
}

/** What a crash left of our own writing, here and beside the pictures; another process's is left to it. */
function dropParts(folder: string): void {
  for (const place of [folder, join(folder, ASSETS)]) dropUnfinishedIn(place);
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    throw folderFailure(thrown, folder) ?? thrown;
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EPERM: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EROFS: 'This folder is on a read-only disk. Choose another one.',
  ENOSPC: 'The disk is full. Free some space, or choose a folder on another disk.',
  EDQUOT: 'Your share of this disk is used up. Free some space, or choose another folder.',
  ENOTDIR: 'A part of this path is a file, not a folder. Choose another one.',
  EEXIST: 'A part of this path is a file, not a folder. Choose another one.',
  EISDIR: 'A folder has the name that the file was to have. Choose another one.',
  EIO: 'A disk reported an error. Choose a folder on another disk, and have this one checked.',
  ENAMETOOLONG: 'This path is too long for the disk. Choose a folder with a shorter one.',
};

/** No file after the one that met it would fare better: the export ends there, and goes on when asked again. */
const EXPORT_DISK_FULL = 'export_disk_full';
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** The failure to show for what the file system threw; null when it was not the file system. */
function folderFailure(thrown: unknown, folder: string): NutgrafError | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const said = words[thrown.code];
  if (said === undefined) return null;
  const code = full.has(thrown.code) ? EXPORT_DISK_FULL : 'export_folder';
  return new NutgrafError(code, `${said} The articles themselves are safe in the store.`, folder);
}
