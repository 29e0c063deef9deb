import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oddHtml, openHtml } from '../../dom/testing/oddHtml';
import { lostWords } from './testing/lostWords';
import { pagesWith, story } from './testing/oddPage';

/** Every visible text of the page is in a field, the body or the report; a page without any is refused. */
function expectKept(html: string): void {
  expect(lostWords(html)).toEqual([]);
}

test('whatever the markup', () => {
  fc.assert(fc.property(oddHtml, expectKept), { numRuns: 300 });
});

test('whatever the markup before, within and behind a story on a page', () => {
  fc.assert(fc.property(pagesWith(oddHtml), expectKept), { numRuns: 150 });
});

test('whatever a page leaves open before, within and behind its story', () => {
  fc.assert(fc.property(pagesWith(openHtml), expectKept), { numRuns: 150 });
});

const parts = [
  '<select/><p>one</p> <style/><input> two',
  '< <select/><p>one</p> <style/></p> two',
  '<p>1 < 2</p> <textarea>one <style> two',
  '&lt; <xmp>one <style> two',
  '<textarea>one <svg><style><footer> two',
  '<textarea>1 < 2, said one > two',
  '<select><noscript>one < two > three</noscript>',
  '<select><p>one</p> <title>two</title>',
  '<xmp>one <!--> two <style> three -->',
  '<textarea>one <b two',
  '<table><select><td>one <style> two <td>three',
  '<head><title>The bridge</title><p>one',
  '<svg><text>axis</text><p>one',
  '<svg><foreignObject><p>one</p></foreignObject></svg>',
  '<svg><text x=1>axis <tspan>label</tspan></text></svg>',
  '<math><mi>alpha</mi><mo>=</mo><mn>two</mn></math>',
  '<math><mi>alpha<p>one',
  '<select><option>one<option>two',
  '<select><optgroup label=x><option>one</select>',
  '<!-- a --!><p>one',
  '<!--><p>one',
  '<table>stray<tr><td>one<td>two</table>',
  '<textarea>one two',
  '<textarea>one</textarea>',
  '<button>press</button><input type=submit value=send>',
  '<object data=x>fallback</object>',
  '<dialog open>asks</dialog>',
  '<details><summary>short</summary>long</details>',
  '<slot>slotted</slot><map>mapped</map><output>result</output><marquee>runs</marquee>',
  '<div><template shadowrootmode=open><p>shadow</p></template></div>',
  '<xmp><b>example</b></xmp>',
  '<plaintext>rest <b>',
  '<title>late title</title><p>one',
  '<noscript>scriptless</noscript><p>one',
  '<iframe>framed</iframe><p>one',
  '<p hidden>unseen</p><p>one',
  '<figure><img src=a.jpg><p>words at a picture</p><figcaption>caption <cite>credit</cite></figcaption></figure>',
  '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">caption here</p><p>and more</p></div>',
  '<ruby>base<rt>above</rt></ruby>',
  '<fieldset><legend>legend</legend><label>label</label></fieldset>',
  '<p>one<blockquote>two<footer>three</footer></blockquote>',
  '<frameset><frame><noframes>frameless</noframes></frameset>',
  '<center><font>old</font></center><nobr>one</nobr><applet>applet</applet>',
];

test.each(parts)('%s', (part) => {
  expectKept(part);
  expectKept(`<h1>The bridge closes</h1>${story}${part}`);
  expectKept(
    `<nav><a>Home</a></nav><article><h1>The bridge closes</h1>${story}${part}${story}</article>${part}`,
  );
});
