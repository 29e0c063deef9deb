import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

const networks =
  /facebook|twitter|pinterest|whats ?app|linkedin|telegram|reddit|tumblr|viber|messenger|instagram|youtube|mastodon|bluesky|threads|flipboard|pocket|xing|vkontakte|вконтакте|одноклассники|odnoklassniki|koo|snapchat|tiktok|e ?mail|copy url|copy link|copylink|print|line|mix|digg|\bx\b/g;

const matchPhrases = phraseMatcher({
  whole: list(`
      share, share this, share this article, share this story, share this post, share article, share on,
      share via, share link, sharing, shares, tweet, post, pin, send, save, save article, save for later,
      bookmark, listen, listen to this article, copy link, link copied, copied, gift this article, like,
      like this, like loading, loading, likes, follow, follow us, add as preferred source on google,
      google news, republish this article, teilen, artikel teilen, merken, drucken, per mail teilen,
      artikel anhören, vorlesen, partager, partager cet article, imprimer, envoyer, enregistrer, écouter
      cet article, compartir, compártelo, guardar, imprimir, enviar, compartilhar, compartilhe, partilhar,
      condividi, stampa, delen, deel dit artikel, bewaren, dela, del, udostępnij, sdílet, поделиться,
      поделиться в соцсетях, сохранить, распечатать, поділитися, paylaş, kaydet, शेयर, शेयर करें, साझा
      करें, सेव करें, শেয়ার করুন, شارك, مشاركة, شارك المقال, حفظ, طباعة, شیئر, شیئر کریں, اشتراک گذاری,
      link kopieren, copier le lien, copiar enlace, copiar link, copia link, kopieer link, kopiera länk, kopiuj link,
      копировать ссылку, скопировать ссылку, bağlantıyı kopyala, نسخ الرابط, کپی لینک, لنک کاپی کریں, कॉपी लिंक, लिंक
      कॉपी करें, লিঙ্ক কপি করুন, 复制链接, 複製連結, リンクをコピー, 링크 복사, คัดลอกลิงก์, sao chép liên kết, salin tautan,
      שתף, שיתוף, 分享, 分享到, シェア, シェアする, 공유, 공유하기
    `),
  opening: [
    'share on',
    'share to',
    'share via',
    'share this',
    'click to share',
    'click to email',
    'click to print',
  ],
});

/** Buttons to pass a story on. */
export const shareLinks: Furniture = {
  reason: 'share_links',
  longest: 120,
  match: (line, bare) => (matchPhrases(line, bare) || namesOnlyNetworks(bare) ? 'whole' : null),
};

function namesOnlyNetworks(bare: string): boolean {
  if (bare === '') return false;
  return (
    bare
      .replace(networks, '')
      .replace(/share|tweet|shares|\p{N}/gu, '')
      .trim() === '' && !/^[\p{N} ]+$/u.test(bare)
  );
}
