import { NutgrafError } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import type { ImportReport, LeftOutPiece } from '#shared/domain/importReport';
import { importReport } from '#shared/domain/importReport';
import { say } from '#shared/language/say';
import type { Reader, Store } from '../store';
import { statement } from '../sql/statement';
import { write } from '../sql/write';

type ReportRow = Omit<ImportReport, 'notices' | 'leftOut'> & { readonly notices: string };

/** A report, and the bytes it is about: their SHA-256 in hex. */
interface NewReport extends ImportReport {
  readonly sha256: string;
}
type PieceRow = Omit<LeftOutPiece, 'takenBack'> & { readonly takenBack: 0 | 1 };

/** Stores the report of an article that has none. */
export function saveReport(store: Store, { leftOut, notices, ...report }: NewReport): void {
  write(store, () => {
    statement<[ReportRow & Pick<NewReport, 'sha256'>]>(
      store.db,
      `INSERT INTO import_reports (article_id, source, imported_at, encoding, format, notices, sha256)
       VALUES (:articleId, :source, :importedAt, :encoding, :format, :notices, :sha256)`,
    ).run({ ...report, notices: JSON.stringify(notices) });
    const addPiece = statement<[PieceRow & { readonly articleId: Id; readonly position: number }]>(
      store.db,
      `INSERT INTO import_pieces (article_id, position, id, text, reason, before_block_id, taken_back)
       VALUES (:articleId, :position, :id, :text, :reason, :beforeBlockId, :takenBack)`,
    );
    for (const [position, piece] of leftOut.entries()) {
      addPiece.run({ ...piece, takenBack: piece.takenBack ? 1 : 0, articleId: report.articleId, position });
    }
  });
}

/** The article outside the trash that was made of exactly these bytes; the newest of several; null for none. */
export function articleOfBytes({ db }: Reader, sha256: string): Id | null {
  const find = statement<[string], Id>(
    db,
    `SELECT articles.id FROM import_reports JOIN articles ON articles.id = import_reports.article_id
     WHERE sha256 = ? AND trashed_at IS NULL ORDER BY imported_at DESC, articles.id DESC LIMIT 1`,
  ).pluck();
  return find.get(sha256) ?? null;
}

/** Null for an article that was not imported. */
export function getReport({ db }: Reader, articleId: Id): ImportReport | null {
  const report = statement<[Id], ReportRow>(
    db,
    `SELECT article_id AS articleId, source, imported_at AS importedAt, encoding, format, notices
     FROM import_reports WHERE article_id = ?`,
  ).get(articleId);
  if (report === undefined) return null;
  const pieces = statement<[Id], PieceRow>(
    db,
    `SELECT id, text, reason, before_block_id AS beforeBlockId, taken_back AS takenBack
     FROM import_pieces WHERE article_id = ? ORDER BY position`,
  ).all(articleId);
  const leftOut = pieces.map((piece) => ({ ...piece, takenBack: piece.takenBack === 1 }));
  return importReport.parse({ ...report, notices: JSON.parse(report.notices) as unknown, leftOut });
}

export interface PieceMark {
  readonly articleId: Id;
  readonly pieceId: Id;
  readonly takenBack: boolean;
}

/** Notes whether a piece is back in its story. Throws NutgrafError `piece_not_found`. */
export function markPiece(store: Store, { articleId, pieceId, takenBack }: PieceMark): ImportReport {
  return write(store, () => {
    const { changes } = statement<[0 | 1, Id, Id]>(
      store.db,
      'UPDATE import_pieces SET taken_back = ? WHERE article_id = ? AND id = ?',
    ).run(takenBack ? 1 : 0, articleId, pieceId);
    const report = changes === 1 ? getReport(store, articleId) : null;
    if (report !== null) return report;
    throw new NutgrafError(
      'piece_not_found',
      say('This piece is no longer in the import report. Open the report again.'),
    );
  });
}
