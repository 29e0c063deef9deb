import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { icnsOf, icoOf, icoSizes } from './package/icons';
import { inProject, Problem, runScript } from './project';
import { ensurePackages } from './runtime/systemPackages';

/** The drawing at a size, as PNG. */
function drawn(size: number): Buffer {
  const drawing = inProject('resources', 'icon.svg');
  const run = spawnSync('rsvg-convert', ['-w', String(size), '-h', String(size), drawing]);
  if (run.status !== 0) throw new Problem(`rsvg-convert could not draw the icon:\n${String(run.stderr)}`);
  return run.stdout;
}

/** Draws the icons for Windows and macOS anew, for whoever changed resources/icon.svg: their systems cannot. */
await runScript(async () => {
  await ensurePackages([{ what: 'what draws the icons', packages: ['librsvg2-bin'] }]);
  const images = icoSizes.map((size) => ({ size, png: drawn(size) }));
  await writeFile(inProject('packaging/icons/nutgraf.ico'), icoOf(images));
  await writeFile(inProject('packaging/icons/nutgraf.icns'), icnsOf(drawn));
  return 0;
});
