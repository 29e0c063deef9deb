import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

const matchPhrases = phraseMatcher({
  whole: list(`
      advertisement, advertisements, advertising, advert, ad, ads, advertise with us, advertise here, your
      ad here, skip advertisement, skip ad, remove ads, ad feedback, advertisement skip advertisement,
      advertisement scroll to continue, scroll to continue, advertisement scroll to continue reading,
      article continues below this ad, report this ad, article continues after advertisement, article
      continues below advertisement, story continues below advertisement, story continues after
      advertisement, sponsored, continue reading below advertisement, continues after advertisement,
      sponsored content, sponsored links, sponsored post, sponsor message, paid content, promoted content,
      promoted, anzeige, anzeigen, werbung, advertorial, gesponsert, bezahlte anzeige, nach der anzeige
      geht es weiter, artikel läuft nach der anzeige weiter, werbung schließen, publicité, publicite,
      annonce, annonces, sponsorisé, contenu sponsorisé, la suite après la publicité, la suite après cette
      publicité, publicidad, anuncio, anuncios, patrocinado, contenido patrocinado, espacio publicitario,
      publicidade, anúncio, anúncios, continua após a publicidade, conteúdo patrocinado, pubblicità,
      annuncio, annuncio pubblicitario, sponsorizzato, contenuto sponsorizzato, continua a leggere dopo la
      pubblicità, advertentie, gesponsord, artikel gaat verder na advertentie, annons, annonse, reklame,
      mainos, sponsoreret, artikeln fortsätter efter annonsen, reklama, reklamy, artykuł sponsorowany,
      hirdetés, publicitate, reklaam, oglas, inzerce, reklam, ilan, sponsorlu, διαφήμιση, διαφημιση,
      реклама, на правах рекламы, спонсируется, продолжение после рекламы, партнерский материал,
      оголошення, обява, विज्ञापन, प्रायोजित, जाहिरात, বিজ্ঞাপন, விளம்பரம், ప్రకటన, പരസ്യം, ಜಾಹೀರಾತು,
      જાહેરાત, ਇਸ਼ਤਿਹਾਰ, إعلان, اعلان, إعلانات, اعلانات, إعلان ممول, محتوى برعاية, ممول, اشتہار, اشتہارات,
      آگهی, تبلیغات, تبلیغ, פרסומת, ממומן, 广告, 廣告, 広告, スポンサー, スポンサーリンク, 광고, โฆษณา, quảng cáo, iklan,
      patalastas
    `),
});

/** Themes print the alternative text of an empty ad space: `spot_img`, `spot_imgspot_img`. */
const spot = /^(?:spot_img|adspot|ad_img|spot_image)+$/;

/** Shortcodes of Super Cool Ad Inserter and Ad Inserter, Newspack's block, and our own Markdown comment. */
const code =
  /^(?:\[(?:ad|adinserter|adrotate|the_ad|ads)(?:\s[^\]]*)?\](?:\[\/\w+\])?|<!--\s*(?:wp:newspack-ads\/ad-unit|wp:super-cool-ad-inserter-plugin|ad:)[^>]*-->)$/;

/** A mark where the page had an advertisement. */
export const adMarks: Furniture = {
  reason: 'ad_mark',
  longest: 300,
  match: (line, bare) => {
    const marked = matchPhrases(line, bare) !== null || spot.test(bare) || code.test(line);
    return marked || isRepeated(bare) ? 'whole' : null;
  },
};

/** One mark printed twice on a line: "Advertisement Advertisement". */
function isRepeated(bare: string): boolean {
  const half = bare.slice(0, bare.length >> 1).trim();
  return half.length > 2 && bare.endsWith(half) && matchPhrases(half, half) !== null;
}
