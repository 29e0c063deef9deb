import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

const phrases = list(`
      related, related articles, related article, related stories, related story, related news, related
      posts, related topics, related content, related links, more on this story, more on this topic, more
      on this, more from this section, more like this, more stories, more news, more articles, read more,
      read also, also read, read next, also on this site, see also, up next, watch, watch now, must read,
      must reads, don t miss, you may also like, you might also like, you may like, you might be
      interested in, recommended, recommended for you, recommended reading, trending, trending now,
      trending stories, popular, popular posts, most popular, most read, top stories, latest, latest news,
      latest articles, latest stories, latest posts, recent posts, recent articles, editor s picks,
      editors picks, in case you missed it, what to read next, keep reading, explore more, previous article, next article, previous post, next post, lesen sie auch,
      auch interessant, mehr zum thema, das könnte sie auch interessieren, meistgelesen, weitere artikel,
      weitere themen, passend dazu, lesen sie mehr, mehr dazu, siehe auch, lesetipp, lire aussi, à lire
      aussi, à lire, lire également, sur le même sujet, articles similaires, voir aussi, articles liés,
      vous aimerez aussi, les plus lus, dans la même rubrique, en savoir plus, lire la suite, lea también,
      lee también, lea además, le puede interesar, te puede interesar, artículos relacionados, noticias
      relacionadas, más noticias, lo más leído, más leídas, ver también, leer más, más sobre este tema,
      leia também, leia mais, veja também, notícias relacionadas, artigos relacionados, mais lidas, saiba
      mais, leggi anche, articoli correlati, potrebbe interessarti, i più letti, leggi di più, ti potrebbe
      interessare, lees ook, lees meer, gerelateerde artikelen, meer over dit onderwerp, läs också, läs
      mer, les også, læs også, lue myös, czytaj także, czytaj też, zobacz też, zobacz także, polecamy,
      čtěte také, читайте также, читать также, похожие материалы, по теме, ещё по теме, еще по теме,
      материалы по теме, самое читаемое, другие новости, читайте далее, читайте також, за темою, διαβάστε
      επίσης, δείτε επίσης, ilgili haberler, bunu da oku, benzer haberler, ayrıca bakınız, çok okunanlar,
      öne çıkanlar, यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, संबंधित खबरें, संबंधित समाचार, और पढ़ें,
      ट्रेंडिंग, ताज़ा खबरें, আরও পড়ুন, আরো পড়ুন, மேலும் படிக்க, اقرأ أيضا, اقرأ أيضًا, اقرأ المزيد,
      مقالات ذات صلة, أخبار ذات صلة, مواضيع ذات صلة, مواضيع متعلقة, الأكثر قراءة, قد يعجبك أيضا, شاهد
      أيضا, یہ بھی پڑھیں, مزید پڑھیں, متعلقہ خبریں, بیشتر بخوانید, اخبار مرتبط, מאמרים נוספים, אולי יעניין
      אותך, קראו גם, 相关阅读, 相关新闻, 相关文章, 延伸閱讀, 推荐阅读, 関連記事, あわせて読みたい, 관련 기사, 함께 읽기, baca juga, xem thêm
    `);

const matchPhrases = phraseMatcher({ whole: phrases, label: phrases });

/** "More from City", "Mehr aus der Kultur": a short line over a section's other stories. */
const moreFrom =
  /^(?:more (?:from|in|on)|latest (?:in|from)|mehr (?:aus|zu)|plus (?:de|sur)|más (?:de|en|sobre)|ещё (?:в|о))(?: \S+){1,4}$/iu;

/** What leads to other stories: a heading of a list, or a label before one headline. */
export const related: Furniture = {
  reason: 'related',
  longest: 250,
  match: (line, bare) =>
    matchPhrases(line, bare) ??
    (line.length <= 60 && moreFrom.test(line) && !/[.!?]$/.test(line) ? 'whole' : null),
};
