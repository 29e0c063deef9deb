/** Said where much of a page's text is not in the story that was found, or nothing marks the story. */
export const UNSURE =
  'Where the story begins and ends could not be told for sure. Check both; what was left out is in the import report.';

/** How many addresses a notice names. */
const NAMED = 3;

/** Pictures whose addresses lead nowhere from here. */
export function missingNotice(addresses: readonly string[]): string {
  const pictures = addresses.length === 1 ? '1 picture is' : `${count(addresses)} pictures are`;
  return `${pictures} not inside the page and could not be taken along${named(addresses)}. Drop the files into the article.`;
}

/** Links that name no site, of a page that does not say where it is from. */
export function homelessNotice(addresses: readonly string[]): string {
  const [links, them] =
    addresses.length === 1 ? ['1 link names', 'it'] : [`${count(addresses)} links name`, 'them'];
  return `${links} no site, and the page does not say where it is from${named(addresses)}. Complete ${them} before you publish: on your own site ${them === 'it' ? 'it leads' : 'they lead'} to your own pages.`;
}

function count(addresses: readonly string[]): string {
  return addresses.length.toLocaleString('en');
}

function named(addresses: readonly string[]): string {
  const known = [...new Set(addresses)]
    .filter((address) => address !== '' && !/^(?:javascript|data|vbscript):/i.test(address))
    .map((address) => `“${address.slice(0, 80)}”`);
  if (known.length === 0) return '';
  return ` (${known.slice(0, NAMED).join(', ')}${known.length > NAMED ? ' …' : ''})`;
}
