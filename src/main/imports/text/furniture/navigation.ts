import type { Furniture } from './furniture';
import { bareWords, list, phraseMatcher } from '../phrases';

/** What sites call the top of a breadcrumb. */
export const homeWords: readonly string[] = list(`
      Home, Homepage, Home Page, Front Page, Start, Startseite, Accueil, Inicio, Portada, Início, Página
      inicial, Pagina iniziale, Voorpagina, Hem, Hjem, Forside, Etusivu, Strona główna, Úvod, Kezdőlap,
      Acasă, Ana Sayfa, Anasayfa, Αρχική, Главная, Головна, Начало, होम, मुख्य पृष्ठ, मुखपृष्ठ, প্রচ্ছদ,
      হোম, முகப்பு, الرئيسية, الصفحة الرئيسية, خانه, صفحه اصلی, ہوم, صفحۂ اول, דף הבית, ראשי, 首页, 首頁, ホーム,
      トップ, 홈, หน้าแรก, Trang chủ, Beranda, Laman Utama, Mwanzo, Nyumbani, Domů, Domov,
      Naslovna, Почетна, Početna, Pradžia, Sākums, Avaleht, Heim, Ballina, მთავარი, Գլխավոր, Башкы бет, Басты бет,
      မူလစာမျက်နှာ, ទំព័រដើម, ໜ້າຫຼັກ, ዋና ገጽ, గృహం, హోమ్, ಮುಖಪುಟ, ഹോം, હોમ, ਹੋਮ, मुख्यपृष्ठ
    `);

const matchPhrases = phraseMatcher({
  whole: [
    ...homeWords,
    ...list(`
      menu, main menu, close, close menu, search, search for, toggle navigation, navigation, more, skip to
      content, skip to main content, jump to content, back to top, top, next, previous, next page,
      previous page, all, view all, see all,
      contact, contact us, about, about us, careers, sitemap, rss, archive, e paper, epaper, live tv,
      install app, print edition, edition, language, english, dark mode, facebook, instagram, views, menü,
      suche, suchen, zum inhalt springen, zum hauptinhalt springen, nach oben, kontakt, über uns,
      recherche, rechercher, aller au contenu, fermer, nous contacter, qui sommes nous, haut de page,
      menú, buscar, saltar al contenido, ir al contenido, contacto, quiénes somos, cerrar, pesquisar,
      buscar, pular para o conteúdo, contato, cerca, vai al contenuto, contatti, chi siamo, zoeken, over
      ons, szukaj, меню, поиск, контакты, о нас, перейти к содержимому, пошук, menüyü aç, ara, iletişim,
      मेनू, खोजें, संपर्क करें, हमारे बारे में, القائمة, بحث, اتصل بنا, من نحن, تلاش کریں, 菜单, 搜索, メニュー,
      検索
    `),
  ],
  opening: ['skip to', 'jump to', 'you are here'],
});

/** What leads through the site. */
export const navigation: Furniture = {
  reason: 'navigation',
  longest: 300,
  match: (line, bare) => matchPhrases(line, bare) ?? (isLinkRow(line) ? 'part' : null),
};

/** "World | Politics | Sport | Weather": four or more short names in a row. */
function isLinkRow(line: string): boolean {
  const names = line.split(/\s*[|•·\t]\s*/u).map(bareWords);
  return names.length >= 4 && names.every((name) => name.length > 0 && name.length <= 30);
}
