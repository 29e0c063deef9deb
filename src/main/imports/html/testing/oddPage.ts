import fc from 'fast-check';

const votes =
  'The council voted on Monday evening to close the old bridge for a year, after engineers found cracks.';
const detours =
  'Drivers take another way until next spring, which adds twenty minutes to each journey into town.';

/** With spaces at each tag: where a tag does not count, the words on its sides are still two. */
export const story = `<p> First ${votes} </p> <p> Second ${votes} </p> <p> Third ${votes} </p> `;

/** Of other words, so that they are missed if they alone are lost. */
const secondStory = `<p> Fourth ${detours} </p> <p> Fifth ${detours} </p> <p> Sixth ${detours} </p> `;

/** Pages with a kind of markup before, within and after a story; no word is in two of these places. */
export function pagesWith(markup: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const marked = (mark: string): fc.Arbitrary<string> =>
    markup.map((html) => html.replace(/\b(w\w+q)\b/g, `$1${mark}`));
  return fc
    .tuple(marked('a'), marked('b'), marked('c'))
    .map(
      ([above, within, below]) =>
        `<nav><a> Home </a></nav> ${above}<h1> The bridge closes </h1> ${story}${within}${secondStory}${below} <footer> The foot </footer>`,
    );
}
