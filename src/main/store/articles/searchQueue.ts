import type { Db } from '../store';
import { statement } from '../sql/statement';

/** Notes that an article must be indexed again: a few bytes in the save's own transaction. */
export function queueForSearch(db: Db, number: number): void {
  statement<[number]>(db, 'INSERT OR IGNORE INTO search_queue (article) VALUES (?)').run(number);
}
