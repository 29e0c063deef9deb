import { expect, it } from 'vitest';
import { guessLanguage } from './language';

it.each([
  ['de', 'Die Fähre nach der Insel fährt ab Montag wieder im alten Takt, teilte der Hafen mit.'],
  ['en', 'The ferry to the island runs on its old timetable again from Monday, the harbour said.'],
  ['fr', 'Le bac vers l’île reprend lundi ses anciens horaires, a annoncé le port.'],
  ['es', 'El transbordador a la isla vuelve el lunes a su antiguo horario, informó el puerto.'],
  ['pt', 'A balsa para a ilha volta na segunda-feira ao antigo horário, informou o porto.'],
  ['it', 'Il traghetto per l’isola riprende lunedì i vecchi orari, ha annunciato il porto.'],
  ['nl', 'De veerboot naar het eiland vaart vanaf maandag weer volgens de oude dienstregeling.'],
  ['pl', 'Prom na wyspę od poniedziałku znów kursuje według starego rozkładu, podał port.'],
  ['tr', 'Adaya giden feribot pazartesiden itibaren eski tarifesiyle çalışacak, dedi liman.'],
  ['vi', 'Phà ra đảo chạy lại theo lịch cũ từ thứ Hai, cảng cho biết.'],
  ['ar', 'تعود العبّارة إلى الجزيرة يوم الاثنين وفق جدولها القديم، بحسب الميناء.'],
  ['fa', 'کشتی مسافربری جزیره از دوشنبه با برنامهٔ پیشین خود کار می‌کند.'],
  ['ur', 'جزیرے جانے والی کشتی پیر سے دوبارہ پرانے وقت پر چلے گی۔'],
  ['ru', 'Паром на остров с понедельника снова ходит по старому расписанию, сообщил порт.'],
  ['uk', 'Пором на острів із понеділка знову ходить за старим розкладом, повідомив порт.'],
  ['hi', 'द्वीप की नौका सोमवार से फिर पुराने समय पर चलेगी, बंदरगाह ने बताया।'],
  ['he', 'המעבורת לאי'],
  ['th', 'เรือข้ามฟาก'],
  ['ja', '島への連絡船は月曜日から再開する。'],
  ['zh', '开往岛上的渡轮周一恢复。'],
  ['ko', '섬으로 가는 배'],
  ['', 'Ferry'],
  ['', '12:30'],
  ['', ''],
])('a text in %j is taken for that', (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});
