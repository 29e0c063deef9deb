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
import { say, saying } from '#shared/language/say';
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
import { listSections } from '../store/articles/sectionRecord';
import {
  dropUnfinishedIn,
  putInPlace,
  syncFolder,
  writePart,
  type WrittenPart,
} from '../store/disk/durableFile';
import type { ItemOutcome } from '../store/jobs/exportItems';
import { toldFailure } from '../store/safety/recoveryMark';
import { atOneMoment } from '../store/sql/transaction';
import type { Reader } from '../store/store';

interface ExportItem {
  readonly ordinal: number;
  readonly articleId: Id;
  /** The holds on the article when a reason was given to write it. */
  readonly overridden?: readonly string[];
}

export interface ExportTask {
  readonly format: ExportFormat;
  readonly folder: string;
  /** The time by which embargoes are judged, ms UTC. */
  readonly now: Time;
  /** What is still to be written. */
  readonly items: readonly ExportItem[];
  /** What an earlier run of this job wrote: its names stay taken and go into the manifest. */
  readonly written: readonly ManifestEntry[];
  /** The images exported with it. */
  readonly writtenAssets: readonly ExportedAsset[];
}

/** The folder of the images, beside the articles. */
const ASSETS = 'assets';

/** Articles that are flushed to disk together. */
const TOGETHER = 16;

/**
 * Writes the articles of a task, a few at a time, and yields how those few went; a failing article does not stop the
 * others. The manifest is written last, and also when the caller stops half-way. Throws a NutgrafError when the
 * folder itself cannot be written.
 */
export async function* exportArticles(
  reader: Reader,
  task: ExportTask,
  format: Format = formats[task.format],
): AsyncGenerator<readonly ItemOutcome[], void, void> {
  const run = new ExportRun(reader, task, format);
  let ahead = run.render(task.items.slice(0, TOGETHER));
  try {
    for (let from = 0; from < task.items.length; from += TOGETHER) {
      const begun = (await ahead).map((rendering) => run.begin(rendering));
      // All of them are on their way to the disk, and the next few are rendered meanwhile.
      const written = Promise.allSettled(begun.map((one, place) => run.finishFile(from + place, one)));
      ahead = run.render(task.items.slice(from + TOGETHER, from + 2 * TOGETHER));
      const outcomes = await written;
      yield outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      const refused = outcomes.find(({ status }) => status === 'rejected');
      if (refused?.status === 'rejected') throw refused.reason;
    }
  } finally {
    await ahead;
    run.finish();
  }
}

/** What an act returned, or throws again what it threw, when asked for it. */
function attempted<T>(act: () => T): () => T {
  try {
    const value = act();
    return () => value;
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

/** What is to be written of an article. */
interface Rendered {
  readonly article: Article;
  readonly data: string | Uint8Array;
  /** The images that it shows from beside it. */
  readonly pictures: ReadonlySet<AssetHash>;
  readonly note: string | null;
}

/** An article as it may go out, and what is told about that. */
interface Leaving {
  readonly article: Article;
  readonly note: string | null;
}

/** A file that is written, but not in its place. */
interface Begun extends Pick<Rendered, 'pictures' | 'note'> {
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

  /**
   * Only their images are in the folder yet. All are read as they are at one moment, so that no save comes between
   * the parts of one of them. What fails here is reported when its file is written.
   */
  async render(items: readonly ExportItem[]): Promise<readonly PromiseSettledResult<Rendered>[]> {
    const read = atOneMoment(this.#reader, () =>
      items.map(({ articleId, overridden }) => attempted(() => this.#leaving(articleId, overridden))),
    );
    return Promise.allSettled(read.map((leaving) => this.#render(leaving)));
  }

  async #render(leaving: () => Leaving): Promise<Rendered> {
    const { article, note } = leaving();
    const pictures = new Set<AssetHash>();
    const data = await this.#format.render(article, this.#contextOf(article, pictures));
    return { article, data, pictures, note };
  }

  /** Writes the file of an article under a temporary name: called in order, so that a store always gives the same names. */
  begin(rendering: PromiseSettledResult<Rendered>): () => Begun {
    return attempted(() => {
      if (rendering.status === 'rejected') throw rendering.reason;
      return this.#writeFile(rendering.value);
    });
  }

  /** The file is in its place when this resolves; `place` is the index of the item in its task. */
  async finishFile(place: number, begun: () => Begun): Promise<ItemOutcome> {
    const ordinal = this.#task.items[place]?.ordinal ?? place;
    try {
      const { part, entry, pictures, note } = begun();
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

  /** As it may go out: an incomplete link would lead into whatever site the file is put on. */
  #leaving(articleId: Id, overridden: ExportItem['overridden']): Leaving {
    const article = getArticle(this.#reader, articleId);
    requireReleased(article, this.#task.now, overridden);
    if (this.#format.isStore === true) return { article, note: null };
    const homeless = importedHomelessLinks(this.#reader, article.id);
    if (homeless.size === 0) return { article, note: null };
    const { doc, taken } = withoutLinks(parseDocument(article.body), homeless);
    if (taken.length === 0) return { article, note: null };
    const note = say('“{headline}”: {note}', { headline: article.headline, note: linksAsText(taken) });
    return { article: { ...article, body: documentJsonOf(doc) }, note };
  }

  /** `pictures` receives each image that the file shows from beside it. */
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

  #writeFile({ article, data, ...told }: Rendered): Begun {
    const { folder } = this.#task;
    const sha256 = sha256Of(data);
    const name = uniqueName(fileStem(article), exportFormats[this.#task.format].extension, (key) => {
      return this.#taken.has(key) || !mayReplace(folder, { id: article.id, file: key, sha256 }, this.#before);
    });
    const part = writePart(join(folder, name), data);
    this.#taken.add(nameKey(name));
    return { ...told, part, entry: { id: article.id, file: name, bytes: Buffer.byteLength(data), sha256 } };
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

/** What a crash left of our own writing, here and beside the images; another process's files are left alone. */
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

const isFile = saying('Part of this path is a file, not a folder. Choose another folder.');
const mayNotWrite = saying(
  'Nutgraf is not allowed to write to this folder. Choose another one, or change its permissions.',
);
const words: Readonly<Record<string, () => string>> = {
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: saying('This folder is on a read-only disk. Choose another one.'),
  ENOSPC: saying('The disk is full. Free some space, or choose a folder on another disk.'),
  EDQUOT: saying('Your quota on this disk is used up. Free some space, or choose another folder.'),
  ENOTDIR: isFile,
  EEXIST: isFile,
  EISDIR: saying('A folder already has the name of the file. Choose another folder.'),
  EIO: saying('The disk reported an error. Choose a folder on another disk, and have this one checked.'),
  ENAMETOOLONG: saying('This path is too long for the disk. Choose a folder with a shorter path.'),
};

/** Every later file would fare the same: the export ends there, and continues when tried again. */
const EXPORT_DISK_FULL = 'export_disk_full';
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** The failure to show for an error of the file system; null for any other error. */
function folderFailure(thrown: unknown, folder: string): NutgrafError | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const said = words[thrown.code];
  if (said === undefined) return null;
  const code = full.has(thrown.code) ? EXPORT_DISK_FULL : 'export_folder';
  return new NutgrafError(code, `${said()} ${say('The articles themselves are safe in the store.')}`, folder);
}
