import { outputOf } from '../child';
import { ensurePackages } from '../runtime/systemPackages';

const modules = ['curl', 'dom', 'gd', 'mbstring', 'pdo_sqlite', 'sqlite3'] as const;
const packages = ['php-cli', 'php-curl', 'php-gd', 'php-mbstring', 'php-sqlite3', 'php-xml'] as const;

/** Options for every PHP process: an edited mu-plugin applies at once, and notices never end up in an answer. */
export const phpOptions: readonly string[] = [
  'memory_limit=512M',
  'upload_max_filesize=64M',
  'post_max_size=72M',
  'display_errors=0',
  'log_errors=1',
  'opcache.enable_cli=1',
  'opcache.revalidate_freq=0',
  'opcache.file_update_protection=0',
  'max_execution_time=120',
  'variables_order=EGPCS',
].flatMap((option) => ['-d', option]);

/**
 * Sees to it that `php` runs with what WordPress needs.
 *
 * @throws Problem with the one command to run
 */
export async function ensurePhp(): Promise<void> {
  const loaded = new Set((outputOf('php', ['-m']) ?? '').split(/\s+/));
  if (modules.every((name) => loaded.has(name))) return;
  await ensurePackages([{ what: 'PHP, for the tests against a real WordPress', packages }]);
}
