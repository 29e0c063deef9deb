import { list } from './phrases';

/** How one language signs and dates a story; comma-separated lists in lower case. */
interface Signing {
  /** Words right before a name, with or without a colon: "By", "Written by". */
  readonly before?: string;
  /** Words before a name that need a colon: "Text: …" signs a story, "Text …" begins a sentence. */
  readonly label?: string;
  /** Words right after a name. */
  readonly after?: string;
  /** Labels for who edited a story, or where it was taken from: not an author. */
  readonly other?: string;
  /** Words between a name and a date: "updated", "on". */
  readonly stamp: string;
  /** Units of reading times. */
  readonly minute: string;
  /** Other units in "3 hours ago". */
  readonly unit: string;
  /** Names before the first digit of a date. */
  readonly day: string;
}

/** One row per language; the names of days and units as in the Unicode CLDR. */
const signings: Readonly<Record<string, Signing>> = {
  en: {
    before: `by, written by, posted by, submitted by, published by, reported by, story by, words by, text by, report by,
      analysis by, opinion by, review by, interview by, compiled by`,
    label: 'author, authors, writer, reporter, words, story, text, posted',
    other: 'source, edited by, editor, editing by, photos by, photography by',
    stamp: `on, in, at, published, first published, updated, last updated, posted, modified, created, added,
      filed, listen, save, share`,
    minute: 'minute, minutes, min, mins',
    unit: 'hour, hours, hr, hrs, day, days, week, weeks, month, months, second, seconds',
    day: `monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur, thurs,
      fri, sat, sun, january, february, march, april, may, june, july, august, september, october, november,
      december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec`,
  },
  de: {
    before: `von, ein artikel von, ein kommentar von, eine analyse von, ein bericht von, ein gastbeitrag von,
      eine kolumne von, verfasst von, geschrieben von, aus der redaktion von, interview von`,
    label: 'autor, autorin, autoren, text, bericht, interview, redaktion',
    other: 'quelle, redaktion und bearbeitung, bearbeitung',
    stamp:
      'am, um, vom, vor, stand, veröffentlicht, erschienen, aktualisiert, zuletzt aktualisiert, erstellt',
    minute: 'minute, minuten, min',
    unit: 'stunde, stunden, std, tag, tage, tagen, woche, wochen, monat, monaten, sekunden',
    day: 'montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag',
  },
  fr: {
    before: 'par, écrit par, rédigé par, publié par, propos recueillis par, un article de, posté par',
    label: 'auteur, autrice, auteurs, texte, rédaction',
    other: 'source',
    stamp: 'le, à, publié, publié le, mis à jour, mis à jour le, modifié, posté, il y a',
    minute: 'minute, minutes, min, mn',
    unit: 'heure, heures, jour, jours, semaine, semaines, mois',
    day: 'lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche',
  },
  es: {
    before: 'por, escrito por, publicado por, redactado por, una entrevista de, un artículo de',
    label: 'autor, autora, autores, texto, redacción, redactor, periodista',
    other: 'fuente',
    stamp: 'el, a las, publicado, publicada, actualizado, actualizada, hace, creado',
    minute: 'minuto, minutos, min',
    unit: 'hora, horas, día, días, semana, semanas, mes, meses',
    day: 'lunes, martes, miércoles, jueves, viernes, sábado, domingo',
  },
  pt: {
    before: 'por, escrito por, publicado por, postado por, uma reportagem de',
    label: 'autor, autora, autores, texto, reportagem, redação, jornalista',
    other: 'fonte, edição',
    stamp: 'em, às, publicado, publicado em, atualizado, atualizada, há, postado',
    minute: 'minuto, minutos, min',
    unit: 'hora, horas, dia, dias, semana, semanas, mês, meses',
    day: `segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo, segunda, terça,
      quarta, quinta, sexta`,
  },
  it: {
    before: 'di, scritto da, a cura di, pubblicato da, articolo di, intervista di, un articolo di',
    label: 'autore, autrice, autori, testo, redazione',
    other: 'fonte',
    stamp: 'il, alle, pubblicato, pubblicato il, aggiornato, aggiornato il, modificato',
    minute: 'minuto, minuti, min',
    unit: 'ora, ore, giorno, giorni, settimana, settimane, mese, mesi',
    day: 'lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica',
  },
  nl: {
    before: 'door, geschreven door, geplaatst door, tekst door, een artikel van, van onze verslaggever',
    label: 'auteur, auteurs, tekst, redactie',
    other: 'bron',
    stamp: 'op, om, gepubliceerd, gepubliceerd op, bijgewerkt, laatst bijgewerkt, geplaatst',
    minute: 'minuut, minuten, min',
    unit: 'uur, uren, dag, dagen, week, weken, maand, maanden',
    day: 'maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag',
  },
  sv: {
    before: 'av, skriven av, publicerad av',
    label: 'text, författare, reporter, journalist',
    other: 'källa',
    stamp: 'den, kl, publicerad, publicerat, uppdaterad, uppdaterat, för',
    minute: 'minut, minuter, min',
    unit: 'timme, timmar, tim, dag, dagar, dygn, vecka, veckor, månad, månader',
    day: 'måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag',
  },
  da: {
    before: 'af, skrevet af',
    label: 'tekst, forfatter, journalist',
    other: 'kilde',
    stamp: 'den, kl, publiceret, offentliggjort, opdateret, for',
    minute: 'minut, minutter, min',
    unit: 'time, timer, dag, dage, uge, uger, måned, måneder',
    day: 'mandag, tirsdag, onsdag, torsdag, fredag, lørdag, søndag',
  },
  nb: {
    before: 'skrevet av',
    label: 'forfatter',
    stamp: 'publisert, oppdatert, sist oppdatert',
    minute: 'minutt, minutter',
    unit: 'time, timer, døgn, uke, uker',
    day: '',
  },
  fi: {
    before: 'kirjoittanut',
    label: 'teksti, kirjoittaja, toimittaja',
    other: 'lähde',
    stamp: 'julkaistu, päivitetty, klo',
    minute: 'minuutti, minuuttia, min',
    unit: 'tunti, tuntia, päivä, päivää, viikko, viikkoa, kuukautta',
    day: 'maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai',
  },
  ro: {
    before: 'de, scris de, publicat de, autor, un articol de',
    label: 'autor, autoare, autori, text, redactor',
    other: 'sursa, sursă',
    stamp: 'la, pe, publicat, actualizat, ultima actualizare, acum',
    minute: 'minut, minute, min',
    unit: 'oră, ore, zi, zile, săptămână, săptămâni, lună, luni',
    day: 'luni, marți, miercuri, joi, vineri, sâmbătă, duminică',
  },
  pl: {
    before: 'napisał, napisała, opracował, opracowała, rozmawiał, rozmawiała',
    label: 'autor, autorka, autorzy, tekst, opracowanie, oprac',
    other: 'źródło, redakcja',
    stamp: 'dnia, opublikowano, publikacja, aktualizacja, zaktualizowano, dodano',
    minute: 'minuta, minuty, minut, min',
    unit: 'godzina, godziny, godzin, godz, dzień, dni, tydzień, tygodni, temu',
    day: 'poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela',
  },
  cs: {
    before: 'napsal, napsala, připravil, připravila, od',
    label: 'autor, autorka, autoři, text, píše',
    other: 'zdroj',
    stamp: 'dne, v, publikováno, zveřejněno, aktualizováno, vydáno, před',
    minute: 'minuta, minuty, minut, min, minutami',
    unit: 'hodina, hodiny, hodin, hodinami, den, dny, dnů, týden, týdny',
    day: 'pondělí, úterý, středa, čtvrtek, pátek, sobota, neděle',
  },
  hu: {
    before: 'írta, szerző',
    label: 'írta, szerző, szöveg',
    other: 'forrás',
    stamp: 'közzétéve, frissítve, megjelent',
    minute: 'perc, perce',
    unit: 'óra, órája, nap, napja, hét, hete',
    day: 'hétfő, kedd, szerda, csütörtök, péntek, szombat, vasárnap',
  },
  ru: {
    before: 'автор, авторы, текст, подготовил, подготовила',
    label: 'автор, авторы, текст, корреспондент, записал, записала, беседовал, беседовала',
    other: 'источник, редактор',
    stamp: 'в, от, опубликовано, обновлено, дата публикации, последнее обновление',
    minute: 'минута, минуты, минут, мин',
    unit: 'час, часа, часов, день, дня, дней, неделя, недели, месяц, назад',
    day: 'понедельник, вторник, среда, четверг, пятница, суббота, воскресенье',
  },
  uk: {
    before: 'автор, автори, авторка, підготував, підготувала',
    label: 'автор, автори, авторка, текст, кореспондент, кореспондентка',
    other: 'джерело, редактор, редакторка',
    stamp: 'о, від, опубліковано, оновлено, дата публікації',
    minute: 'хвилина, хвилини, хвилин, хв',
    unit: 'година, години, годин, день, дні, днів, тиждень, тижні, тому',
    day: 'понеділок, вівторок, середа, четвер, п’ятниця, субота, неділя',
  },
  bg: {
    before: 'от, автор',
    label: 'автор, текст',
    other: 'източник',
    stamp: 'на, в, публикувано, обновено, публикувана',
    minute: 'минута, минути, мин',
    unit: 'час, часа, ден, дни, седмица, преди',
    day: 'понеделник, вторник, сряда, четвъртък, петък, събота, неделя',
  },
  el: {
    before: 'του, της, από, από τον, από την, γράφει ο, γράφει η, γράφουν οι, των, τού, τής',
    label: 'συντάκτης, συντάκτρια, κείμενο, ρεπορτάζ, επιμέλεια, γράφει, αρθρογράφος',
    other: 'πηγή',
    stamp: 'στις, δημοσιεύτηκε, δημοσιεύθηκε, ενημερώθηκε, τελευταία ενημέρωση, δημοσίευση',
    minute: 'λεπτό, λεπτά, λεπτών',
    unit: 'ώρα, ώρες, ημέρα, ημέρες, μέρες, εβδομάδα, εβδομάδες, μήνες, πριν',
    day: 'δευτέρα, τρίτη, τετάρτη, πέμπτη, παρασκευή, σάββατο, κυριακή',
  },
  tr: {
    before: 'yazan',
    label: 'yazan, yazar, haber, muhabir, yazı, röportaj, metin',
    after: 'yazdı',
    other: 'kaynak, editör',
    stamp: 'güncelleme, güncellenme, yayınlanma, yayın, son güncelleme, giriş, eklenme',
    minute: 'dakika, dk',
    unit: 'saat, sa, gün, hafta, ay, önce',
    day: 'pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar',
  },
  ar: {
    before: 'بقلم, كتب, كتبت, كتبه, كتابة, إعداد, اعداد, تقرير, حوار',
    label: 'بقلم, كتب, كتبت, كتبه, الكاتب, الكاتبة, المؤلف, إعداد, تحرير, تقرير, المراسل',
    other: 'المصدر, مصدر, المحرر',
    stamp: 'في, نشر, نشر في, تم النشر, آخر تحديث, تحديث, تاريخ النشر',
    minute: 'دقيقة, دقائق, دقيقتين',
    unit: 'ساعة, ساعات, ساعتين, يوم, أيام, يومين, أسبوع, أسابيع, شهر, منذ',
    day: 'الاثنين, الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد',
  },
  he: {
    before: 'מאת, כתב, כתבה',
    label: 'מאת, כתב, כתבה, מחבר, כתבת',
    other: 'מקור, עריכה',
    stamp: 'פורסם, עודכן, עדכון אחרון, בתאריך',
    minute: 'דקה, דקות, דק',
    unit: 'שעה, שעות, יום, ימים, שבוע, שבועות, לפני',
    day: 'יום שני, יום שלישי, יום רביעי, יום חמישי, יום שישי, יום שבת, יום ראשון',
  },
  fa: {
    before: 'نویسنده, به قلم, نوشته, گزارش از, خبرنگار, از',
    label: 'نویسنده, به قلم, نوشته, گزارشگر, خبرنگار, گزارش',
    other: 'منبع',
    stamp: 'در, منتشر شده, انتشار, تاریخ انتشار, به‌روزرسانی, به روز شده',
    minute: 'دقیقه',
    unit: 'ساعت, روز, هفته, ماه, پیش',
    day: 'دوشنبه, سه‌شنبه, چهارشنبه, پنجشنبه, پنج‌شنبه, جمعه, شنبه, یکشنبه, یک‌شنبه',
  },
  ur: {
    before: 'تحریر, رپورٹ, از',
    label: 'تحریر, رپورٹ, مصنف, نامہ نگار, کالم نگار',
    other: 'ماخذ, ذریعہ',
    stamp: 'شائع, اپ ڈیٹ, آخری اپ ڈیٹ, تاریخ اشاعت',
    minute: 'منٹ',
    unit: 'گھنٹے, گھنٹہ, دن, ہفتے, ہفتہ, مہینے, پہلے',
    day: 'پیر, منگل, بدھ, جمعرات, جمعہ, ہفتہ, اتوار',
  },
  hi: {
    before: 'लेखक, लेखिका, द्वारा, रिपोर्ट',
    label: 'लेखक, लेखिका, द्वारा, रिपोर्ट, रिपोर्टर, संवाददाता, लेखन',
    after: 'द्वारा, की रिपोर्ट',
    other: 'स्रोत, संपादक, संपादन',
    stamp: 'प्रकाशित, अपडेट, अपडेटेड, पब्लिश',
    minute: 'मिनट',
    unit: 'घंटे, घंटा, दिन, सप्ताह, हफ्ते, महीने, पहले',
    day: 'सोमवार, मंगलवार, बुधवार, गुरुवार, शुक्रवार, शनिवार, रविवार',
  },
  bn: {
    before: 'লেখক, লিখেছেন, লেখা',
    label: 'লেখক, লিখেছেন, লেখা, প্রতিবেদক, প্রতিবেদন',
    other: 'সূত্র, সম্পাদনা',
    stamp: 'প্রকাশ, প্রকাশিত, আপডেট, হালনাগাদ',
    minute: 'মিনিট, মিনিটের',
    unit: 'ঘণ্টা, ঘন্টা, দিন, সপ্তাহ, মাস, আগে',
    day: 'সোমবার, মঙ্গলবার, বুধবার, বৃহস্পতিবার, শুক্রবার, শনিবার, রবিবার',
  },
  ta: {
    before: 'எழுதியவர், எழுதியது',
    label: 'எழுதியவர், எழுதியது, ஆசிரியர், செய்தியாளர்',
    other: 'மூலம்',
    stamp: 'வெளியிடப்பட்டது, புதுப்பிக்கப்பட்டது, பதிவு',
    minute: 'நிமிடம், நிமிடங்கள், நிமிட',
    unit: 'மணிநேரம், மணி, நாள், நாட்கள், வாரம், முன்',
    day: 'திங்கள், செவ்வாய், புதன், வியாழன், வெள்ளி, சனி, ஞாயிறு',
  },
  zh: {
    before: `作者, 文, 记者, 記者, 本报记者, 本報記者, 撰文, 撰稿, 执笔, 特约记者, 实习记者, 採訪, 采访, 特約記者`,
    label: '作者, 文, 记者, 記者, 撰文, 撰稿, 执笔, 采写, 採寫, 採訪, 本报记者, 本報記者, 通讯员, 文字',
    after: '报道, 報導, 報道, 摄影报道',
    other: '来源, 來源, 稿源, 编辑, 編輯, 责任编辑, 責任編輯, 责编, 責編, 校对, 审核',
    stamp: '于, 於, 更新, 更新时间, 更新時間, 发布, 發布, 发表, 發表, 发布时间, 發布時間, 发表于, 發表於',
    minute: '分钟, 分鐘',
    unit: '小时, 小時, 天前, 天, 周前, 个月前, 個月前, 秒前',
    day: '星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日, 周一, 周二, 周三, 周四, 周五, 周六, 周日',
  },
  ja: {
    before: '文, 記者, 執筆, 著者, 筆者, ライター, 取材・文, 文・写真, 聞き手',
    label: '文, 記者, 執筆, 執筆者, 著者, 筆者, ライター, 取材・文, 取材, 文・写真, 聞き手, 構成・文',
    after: '記者, 編集委員, 特派員',
    other: '編集, 出典, 提供',
    stamp: '公開, 更新, 最終更新, 公開日, 更新日, 配信, 掲載, 投稿日',
    minute: '分',
    unit: '時間, 時間前, 日前, 週間前, か月前, 秒',
    day: '月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日曜日',
  },
  ko: {
    before: '글, 기자, 글쓴이, 작성자',
    label: '글, 기자, 글쓴이, 작성자, 취재, 필자',
    after: '기자, 특파원, 선임기자, 인턴기자, 논설위원, 객원기자, 통신원, 기자 =',
    other: '출처, 편집',
    stamp: '입력, 수정, 승인, 등록, 최종수정, 기사입력, 업데이트, 발행',
    minute: '분',
    unit: '시간, 시간전, 분전, 일전, 일, 주, 개월, 전',
    day: '월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일',
  },
  th: {
    before: 'โดย, เขียนโดย, เรื่องโดย',
    label: 'โดย, เรื่อง, ผู้เขียน, ผู้สื่อข่าว, เขียนโดย, เรื่องโดย',
    other: 'ที่มา, บรรณาธิการ',
    stamp: 'เมื่อ, เผยแพร่, อัปเดต, อัปเดตล่าสุด, ปรับปรุง',
    minute: 'นาที',
    unit: 'ชั่วโมง, วัน, สัปดาห์, เดือน',
    day: 'วันจันทร์, วันอังคาร, วันพุธ, วันพฤหัสบดี, วันศุกร์, วันเสาร์, วันอาทิตย์',
  },
  vi: {
    before: 'tác giả, bởi, bài viết của',
    label: 'tác giả, bài, bài viết, phóng viên, người viết, thực hiện',
    other: 'nguồn, theo',
    stamp: 'lúc, ngày, đăng, đăng lúc, cập nhật, cập nhật lúc, xuất bản',
    minute: 'phút',
    unit: 'giờ, ngày, tuần, tháng, trước',
    day: 'thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật',
  },
  id: {
    before: 'oleh, ditulis oleh, laporan',
    label: 'oleh, penulis, reporter, wartawan, laporan, pewarta',
    other: 'sumber, editor, penyunting',
    stamp: 'pada, diterbitkan, diperbarui, terbit, dipublikasikan',
    minute: 'menit',
    unit: 'jam, hari, minggu, bulan, lalu',
    day: 'senin, selasa, rabu, kamis, jumat, sabtu, minggu',
  },
  sw: {
    before: 'na, imeandikwa na',
    label: 'na, mwandishi',
    other: 'chanzo',
    stamp: 'imechapishwa, imesasishwa, ilichapishwa',
    minute: 'dakika',
    unit: 'saa, siku, wiki, mwezi',
    day: 'jumatatu, jumanne, jumatano, alhamisi, ijumaa, jumamosi, jumapili',
  },
};

function all(column: keyof Signing): readonly string[] {
  const phrases = Object.values(signings).flatMap((row) => list(row[column] ?? ''));
  // Of two that begin alike, the longer must be tried first.
  return [...new Set(phrases)].sort((one, other) => other.length - one.length);
}

export const signingWords = {
  before: all('before'),
  label: all('label'),
  after: all('after'),
  other: all('other'),
  stamp: all('stamp'),
  minute: all('minute'),
  unit: all('unit'),
  day: all('day'),
} as const satisfies Required<Record<keyof Signing, readonly string[]>>;

/** Jobs on a paper, often printed beside or under the name. */
export const roleWords: readonly string[] = list(`
  reporter, correspondent, editor, writer, columnist, contributor, journalist, critic, staff, desk, team,
  redakteur, redakteurin, reporterin, korrespondent, korrespondentin, redaktion, lokalredaktion, volontär,
  volontärin, journaliste, correspondant, correspondante, rédacteur, rédactrice, redactor, redactora,
  redacción, periodista, corresponsal, repórter, redação, jornalista, redattore, redattrice, redazione,
  giornalista, corrispondente, inviato, verslaggever, redacteur, redactie, correspondente, journalist,
  redaktör, redaktor, redaktorka, dziennikarz, dziennikarka, reporterka, korespondent, redaktorzy,
  корреспондент, корреспондентка, редактор, обозреватель, журналист, журналистка, кореспондент,
  кореспондентка, редакторка, оглядач, συντάκτης, συντάκτρια, δημοσιογράφος, ανταποκριτής, muhabir, muhabiri,
  editör, yazar, مراسل, مراسلة, صحفي, صحفية, محرر, محررة, مراسلنا, כתב, כתבת, עורך, עורכת, نمائندہ, رپورٹر,
  خبرنگار, संवाददाता, रिपोर्टर, पत्रकार, প্রতিবেদক, প্রতিনিধি, সংবাদদাতা, நிருபர், செய்தியாளர்,
  ผู้สื่อข่าว, บรรณาธิการ, 本报记者, 本報記者, 特约撰稿, 編集委員, 특파원, 논설위원, phóng viên, phóng, wartawan, penulis, mwandishi, mwanahabari
`);
