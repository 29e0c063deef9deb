import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

const matchPhrases = phraseMatcher({
  whole: list(`
      privacy, privacy policy, terms, terms of use, terms of service, terms and conditions, copyright,
      cookie policy, cookies, cookie settings, accept, accept all, accept cookies, reject all, disclaimer,
      do not sell my personal information, manage preferences, legal notice, legal, accessibility,
      impressum, datenschutz, datenschutzerklärung, agb, nutzungsbedingungen, cookie einstellungen,
      mentions légales, politique de confidentialité, conditions générales, cgu, gestion des cookies,
      aviso legal, política de privacidad, política de cookies, términos y condiciones, condiciones de
      uso, política de privacidade, termos de uso, note legali, informativa sulla privacy, privacybeleid,
      политика конфиденциальности, пользовательское соглашение, gizlilik politikası, polityka prywatności,
      गोपनीयता नीति, नियम और शर्तें, سياسة الخصوصية, شروط الاستخدام, رازداری کی پالیسی, 隐私政策, プライバシーポリシー
    `),
  opening: list(`
      copyright, we use cookies, this site uses cookies, this website uses cookies, we value your privacy,
      by continuing to use, wir verwenden cookies, diese website verwendet cookies, nous utilisons des
      cookies, ce site utilise des cookies, utilizamos cookies, este sitio utiliza cookies, este site usa
      cookies, questo sito utilizza, deze website gebruikt cookies, мы используем, этот сайт использует,
      हम कुकीज़, this site is protected by recaptcha, powered by, proudly powered by, designed by, نحن
      نستخدم ملفات
    `),
  inside: list(`
      all rights reserved, alle rechte vorbehalten, tous droits réservés, todos los derechos reservados,
      todos os direitos reservados, tutti i diritti riservati, alle rechten voorbehouden, все права
      защищены, wszelkie prawa zastrzeżone, tüm hakları saklıdır, सर्वाधिकार सुरक्षित, جميع الحقوق محفوظة,
      جملہ حقوق محفوظ, 版权所有, 版權所有, 無断転載禁止, 무단 전재
    `),
});

/** What a site's lawyers require. */
export const legal: Furniture = {
  reason: 'legal',
  longest: 400,
  match: (line, bare) =>
    matchPhrases(line, bare) ?? (/^(?:©|\(c\)\s*(?:19|20)\d\d)/iu.test(line) ? 'part' : null),
};
