import { describe, expect, test } from 'vitest';
import type { LeftOutReason } from '#shared/domain/importReport';
import { furnitureOf } from './index';

const marks = {
  ad_mark: [
    '― Advertisement ―',
    'Advertisement',
    'ADVERTISEMENT',
    '- Advertisement -',
    'Advertise with us',
    'spot_img',
    'spot_imgspot_img',
    'Sponsored',
    'Advertisement Advertisement',
    'Advertisement. Scroll to continue reading.',
    'Anzeige',
    '— WERBUNG —',
    'Publicité',
    'PUBLICIDAD',
    'Реклама',
    'विज्ञापन',
    'إعلان',
    'اشتہار',
    '广告',
    '［広告］',
    '[ad number="2"]',
    '[adinserter name="Mid"]',
    '<!-- ad:mid-article x1 -->',
    '<!-- wp:newspack-ads/ad-unit {"id":1} /-->',
  ],
  share_links: [
    'Share',
    'Tweet',
    'Facebook',
    'FacebookTwitterPinterestWhatsApp',
    'Share on X',
    '12 Shares',
    'Teilen',
    'Поделиться',
    'शेयर करें',
    'شارك',
  ],
  subscription: [
    'Become a member',
    'Get the best offers and updates from this site.',
    'Discover more from this site',
    'Subscribe to get the latest posts sent to your email.',
    'Sign up for our newsletter',
    'Already have an account?',
    'Melden Sie sich für unseren Newsletter an',
    'Abonnez-vous à notre lettre',
    'Suscríbete a nuestro boletín',
    'Подпишитесь на рассылку',
    'हमारे न्यूज़लेटर के लिए साइन अप करें',
    'اشترك في النشرة',
  ],
  related: [
    'Related Articles',
    'READ MORE',
    'Read more: The bridge opens in spring',
    'You may also like',
    'Lesen Sie auch: Der neue Plan',
    'More from City',
    'Next article',
    'Читайте также',
    'यह भी पढ़ें: नया पुल',
    'اقرأ أيضا',
  ],
  comments: [
    'Leave a comment',
    '12 Comments',
    'Comments (3)',
    'Log in to leave a comment',
    'Kommentare',
    'टिप्पणी करें',
    'التعليقات',
  ],
  legal: [
    '© 2025 A site',
    'All rights reserved.',
    'Privacy Policy',
    'We use cookies to improve this page.',
    'Alle Rechte vorbehalten',
    'Все права защищены',
  ],
  caption: ['Photo: An agency', 'Foto: Agentur', 'फोटो: एजेंसी', 'Image credit: The fire brigade'],
  navigation: [
    'Home',
    'Menu',
    'Skip to content',
    'World | Politics | Sport | Weather',
    'Startseite',
    'होम',
    'الرئيسية',
  ],
} as const satisfies Partial<Record<LeftOutReason, readonly string[]>>;

describe.each(Object.entries(marks))('%s', (reason, lines) => {
  test.each(lines)('%s', (line) => {
    expect(furnitureOf(line)?.reason).toBe(reason);
  });
});

describe('a line of the story stays', () => {
  test.each([
    'Advertisement spending rose by a tenth, the ministry said.',
    'The share of older trees fell.',
    '“Share what you have,” she told the crowd.',
    'Subscribers of the old line will keep their numbers, the operator promised.',
    'More on that will be said on Monday.',
    'Related work began in the spring, when the river was low.',
    'Comments from the council were not available on Sunday.',
    'Home prices fell for the third month.',
    'A photo: that was all that was left of the old bridge, and it had faded before anybody thought of copying it. What the archive holds today is a drawing made from memory by a clerk who had crossed it every morning for thirty years, and who insisted on the exact number of lamps, of benches and of steps that led to the water.',
    'विज्ञापन पर खर्च इस साल बढ़ा।',
    'Реклама подорожала на треть.',
    '',
    '***',
  ])('%s', (line) => {
    expect(furnitureOf(line)).toBeNull();
  });

  test('however long it is, by its length alone', () => {
    const unread = (length: number): string => ({ length }) as unknown as string;
    expect(furnitureOf(unread(2_000_000))).toBeNull();
  });
});
