import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

/** What asks a reader to subscribe, sign in, pay or become a member. */
export const subscription: Furniture = {
  reason: 'subscription',
  longest: 200,
  match: phraseMatcher({
    whole: list(`
      subscribe, subscribe now, subscribe today, subscriptions, newsletter, newsletters, sign up, sign up
      now, sign in, log in, login, register, register now, become a member, join us, donate, donate now,
      support us, create account, create an account, my account, log out, continue reading, read the full
      story, type your email, your email, your email address, e mail, email address, enter your email, i
      agree, no thanks, not now, maybe later, exclusive content,
      subscriber only, subscriber only content, for subscribers only, subscribers only, members only,
      nur für abonnenten, exklusiv für abonnenten, plus artikel, bezahlartikel, article réservé aux abonnés, réservé aux
      abonnés, contenu réservé aux abonnés, abonnés, solo para suscriptores, exclusivo para suscriptores, contenido
      exclusivo para suscriptores, exclusivo para assinantes, conteúdo exclusivo para assinantes, solo per abbonati,
      contenuto riservato agli abbonati, alleen voor abonnees, för prenumeranter, tylko dla prenumeratorów, dla
      prenumeratorów, только для подписчиков, sadece aboneler için, للمشتركين فقط, לקוראים מנויים, 会员专享, 訂閱限定,
      有料記事, 会員限定記事, 会員限定, 有料会員限定, 구독자 전용, abonnieren, jetzt abonnieren, abo,
      abonnement, anmelden, registrieren, mitglied werden, abonnez vous, s abonner, je m abonne, se
      connecter, connexion, s inscrire, devenez membre, suscríbete, suscribirse, suscripción, iniciar
      sesión, registrarse, regístrate, hazte socio, assine, assine já, inscreva se, entrar, iscriviti,
      abbonati, accedi, abonneren, inloggen, prenumerera, logga in, abonner, logg inn, zaloguj się,
      subskrybuj, předplatné, подписаться, подписка, войти, регистрация, рассылка, підписатися, abone ol,
      giriş yap, सब्सक्राइब, सब्सक्राइब करें, सदस्यता लें, लॉग इन, न्यूज़लेटर, اشترك, اشترك الآن, تسجيل
      الدخول, سبسکرائب کریں, النشرة البريدية, הרשמה, התחבר, 订阅, 登录, 注册, 購読, ログイン, 구독, 로그인
    `),
    opening: list(`
      subscribe to, subscribe for, subscribe and, subscribe now, subscribe today, discover more from, sign
      up for our, sign up for the, sign up to, sign up here, get the best offers, become a member, become
      a subscriber, join our, get our newsletter, get our free, get the latest, stay up to date, stay
      informed, never miss a story, delivered to your inbox, already have an account, already a member, already a subscriber, don t
      have an account, not a member, not a subscriber, create a free account, log in to read, log in to continue, sign in to, you
      have reached your, this article is for subscribers, this content is for, support our journalism,
      support independent journalism, follow us on, follow our, like us on, by signing up you, thanks for
      signing, by subscribing you, enter your email, type your email, download our app, join the whatsapp,
      join us on, abonnieren sie, abonniere unseren, melden sie sich, jetzt mitglied, haben sie bereits
      ein konto, sie haben bereits ein konto, bereits abonnent, newsletter abonnieren, folgen sie uns,
      unser newsletter, abonnez vous, inscrivez vous, recevez nos, recevez notre, recevez chaque, déjà abonné, vous avez déjà un compte,
      suivez nous, devenez membre, suscríbete a, suscríbase, suscríbete, regístrate, recibe nuestro, recibe en, ya tienes cuenta, ya
      tienes una cuenta, ya eres suscriptor, síguenos, hazte socio, hazte miembro, assine, inscreva se, já
      tem uma conta, já é assinante, receba nossa, receba as, siga nos, iscriviti, abbonati, hai già un account, seguici
      su, abonneer je, schrijf je in, meld je aan, word lid, heb je al een account, prenumerera på, zapisz
      się, zaprenumeruj, подпишитесь, подписывайтесь, подпишись, уже есть аккаунт, у вас уже есть, станьте
      участником, підпишіться, абонирайте се, abone olun, üye olun, bültenimize, bizi takip edin,
      hesabınız var mı, हमारे न्यूज़लेटर, न्यूज़लेटर के लिए, सब्सक्राइब करें, सदस्य बनें, क्या आपके पास
      पहले से, हमें फॉलो करें, আমাদের নিউজলেটার, اشترك في, سجل في, انضم إلى, لديك حساب, هل لديك حساب,
      تابعنا على, تابعونا, ہمارے نیوز لیٹر, سبسکرائب کریں, خبرنامه, הירשמו, כבר יש לך חשבון
    `),
    inside: [
      'to your inbox',
      'sent to your email',
      'in ihr postfach',
      'dans votre boîte mail',
      'en tu correo',
      'на вашу почту',
    ],
  }),
};
