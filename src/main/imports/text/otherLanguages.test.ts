import { describe, expect, test } from 'vitest';
import { read, sketch } from './testing/pastedPage';

describe('pages in other languages', () => {
  test('German', () => {
    const eins = 'Der Stadtrat hat am Montagabend beschlossen, die alte Brücke für ein Jahr zu schließen.';
    const zwei = '„Wir haben keine Wahl“, sagte die Bürgermeisterin – „es ist das oder der Einsturz.“';
    const story = read(
      `Zum Inhalt springen\nAnzeige\nStart » Lokales » Alte Brücke wird geschlossen\nAlte Brücke wird geschlossen\nVon Anna Beispiel\n12. Oktober 2025\nTeilen\n${eins}\nWERBUNG\nEin langer Umweg\n${zwei}\n#Brücke #Stadtrat\nDas könnte Sie auch interessieren\nNeuer Fahrplan für die Fähre gilt ab Winter\nImpressum\nDatenschutz`,
    );
    expect(story).toMatchObject({
      headline: 'Alte Brücke wird geschlossen',
      section: 'Lokales',
      byline: 'Anna Beispiel',
    });
    expect(sketch(story)).toEqual(['[ad]', eins, '[ad]', '## Ein langer Umweg', zwei]);
    expect(story.hashtags).toEqual(['Brücke', 'Stadtrat']);
  });

  test('Russian', () => {
    const one = 'Городской совет в понедельник решил закрыть старый мост на год из-за трещин.';
    const two = '«У нас нет выбора», — сказала мэр.';
    const story = read(
      `Главная / Общество / Старый мост закроют на год\nСтарый мост закроют на год\n12 октября 2025, 10:30\n${one}\nРеклама\nЧитайте также: Новое расписание парома\n${two}\nПоделиться\nТеги: мост, город`,
    );
    expect(story).toMatchObject({
      headline: 'Старый мост закроют на год',
      section: 'Общество',
      hashtags: ['мост', 'город'],
    });
    expect(sketch(story)).toEqual([one, '[ad]', two]);
  });

  test('Hindi, with a glued breadcrumb', () => {
    const one = 'नगर परिषद ने सोमवार को पुराने पुल को एक साल के लिए बंद करने का फैसला किया।';
    const two = 'मार्च में काम शुरू होगा।';
    const story = read(
      `विज्ञापन\nहोमशहरपुराना पुल एक साल के लिए बंद\nपुराना पुल एक साल के लिए बंद\n${one}\nयह भी पढ़ें: नौका का नया समय\n${two}\n#पुल #शहर\nशेयर करें`,
    );
    expect(story).toMatchObject({
      headline: 'पुराना पुल एक साल के लिए बंद',
      section: 'शहर',
      hashtags: ['पुल', 'शहर'],
    });
    expect(sketch(story)).toEqual(['[ad]', one, two]);
  });

  test('Arabic', () => {
    const one = 'قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم لمدة عام بعد اكتشاف شقوق فيه.';
    const two = 'وقالت رئيسة البلدية: «ليس لدينا خيار آخر».';
    const story = read(
      `الرئيسية > محليات > إغلاق الجسر القديم لمدة عام\nإغلاق الجسر القديم لمدة عام\nبقلم آنا مثال\n${one}\nإعلان\n${two}\nاقرأ أيضا\nموعد جديد للعبارة في الشتاء القادم\nجميع الحقوق محفوظة`,
    );
    expect(story).toMatchObject({
      headline: 'إغلاق الجسر القديم لمدة عام',
      section: 'محليات',
      byline: 'آنا مثال',
    });
    expect(sketch(story)).toEqual([one, '[ad]', two]);
  });
});
