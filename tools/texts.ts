import { inProject, projectFolder, runScript, say } from './project';
import { completed, readCatalogue, translated, writeCatalogue } from './texts/catalogues';
import { sourceTexts } from './texts/sourceTexts';

/**
 * Brings the catalogues in line with the sources: an empty entry for each new text, none for what is said no longer.
 * Says how many of each language wait for a translator.
 */
await runScript(() => {
  const { texts, faults } = sourceTexts(projectFolder);
  for (const { at, message } of faults) say(`${at}: ${message}`);
  for (const language of translated(projectFolder)) {
    const catalogue = completed(
      readCatalogue(projectFolder, language),
      texts.map(({ text }) => text),
    );
    writeCatalogue(projectFolder, language, catalogue);
    const waiting = Object.values(catalogue).filter((own) => own === '').length;
    say(`${language}: ${Object.keys(catalogue).length} texts, ${waiting} to translate.`);
  }
  say(`The catalogues are in ${inProject('src', 'shared', 'language', 'catalogues')}.`);
  return Promise.resolve(faults.length === 0 ? 0 : 1);
});
