import { describe, expect, test } from 'vitest';
import { bylineIn, isDateLine, nameIn } from './byline';

describe('a line signs a story', () => {
  test.each([
    ['By Ana Example', 'Ana Example'],
    ['by: Ana Example', 'Ana Example'],
    ['Written by Ana Example and Bo Example', 'Ana Example and Bo Example'],
    ['Posted on March 10, 2025 by Ana Example', 'Ana Example'],
    ['12 March 2025 | By Ana Example | 4 comments', 'Ana Example'],
    ['Von Anna Beispiel', 'Anna Beispiel'],
    ['Ein Kommentar von Anna Beispiel', 'Anna Beispiel'],
    ['Par Anne de la Tour (envoyée spéciale)', 'Anne de la Tour'],
    ['Por Ana Muestra y Beto Muestra', 'Ana Muestra y Beto Muestra'],
    ['Por João da Silva — Cidade', 'João da Silva'],
    ['di Anna Esempio', 'Anna Esempio'],
    ['Door Anna van Voorbeeld', 'Anna van Voorbeeld'],
    ['Av Anna Exempel', 'Anna Exempel'],
    ['Autor: Anna Przykład', 'Anna Przykład'],
    ['Автор: Анна Пример', 'Анна Пример'],
    ['Yazan: Ayşe Örnek', 'Ayşe Örnek'],
    ['Της Άννας Παράδειγμα', 'Άννας Παράδειγμα'],
    ['بقلم: آنا مثال', 'آنا مثال'],
    ['كتب آنا مثال', 'آنا مثال'],
    ['تحریر: آنا مثال', 'آنا مثال'],
    ['نویسنده: آنا نمونه', 'آنا نمونه'],
    ['מאת אנה דוגמה', 'אנה דוגמה'],
    ['लेखक: आना उदाहरण', 'आना उदाहरण'],
    ['লেখক: আনা উদাহরণ', 'আনা উদাহরণ'],
    ['作者：王晓', '王晓'],
    ['文／王曉', '王曉'],
    ['本报记者 王晓 报道', '王晓'],
    ['記者王曉明／即時報導', '王曉明'],
    ['文・山本太郎', '山本太郎'],
    ['執筆：山本太郎', '山本太郎'],
    ['김민수 기자', '김민수'],
    ['โดย สมชาย ตัวอย่าง', 'สมชาย ตัวอย่าง'],
    ['Oleh Budi Contoh', 'Budi Contoh'],
    ['Tác giả: Nguyễn Văn Ví', 'Nguyễn Văn Ví'],
    ['Na Juma Mfano', 'Juma Mfano'],
  ])('%j', (line, name) => {
    expect(bylineIn(line)).toBe(name);
  });
});

describe('what is glued to a name is cut off', () => {
  test.each([
    ['By A B12 March 2025', 'A B'],
    ['By Ana ExampleMarch 12, 2025 at 10:30 a.m.', 'Ana Example'],
    ['By Theresa May 12 March 2025', 'Theresa May'],
    ['By Ana Example · 4 min read', 'Ana Example'],
    ['By Ana Example Updated 3 hours ago', 'Ana Example'],
    ['By Ana Example @example', 'Ana Example'],
    ['By Ana Example desk@example.org', 'Ana Example'],
    ['By Ana ExamplePolitical correspondent', 'Ana Example'],
    ['By Ana Example, political correspondent', 'Ana Example'],
    ['By Ana Example, Bo Example and Cy Example', 'Ana Example, Bo Example and Cy Example'],
    ['By Ana Example Jr.', 'Ana Example Jr.'],
    ['Por Ana Muestra12/03/2025 14h30', 'Ana Muestra'],
    ['Oleh Budi ContohRabu, 12 Maret 2025', 'Budi Contoh'],
    ['BY ANA EXAMPLE', 'ANA EXAMPLE'],
  ])('%j', (line, name) => {
    expect(bylineIn(line)).toBe(name);
  });
});

describe('a line of the story signs nothing', () => {
  test.each([
    'By the river nobody was seen.',
    'Von Anfang an war der Plan umstritten',
    'Por la noche vuelve el frío',
    'Text messages were sent to all riders',
    'كتب الرئيس رسالة طويلة إلى سكان المدينة كلها',
    'Source: the council',
    '责任编辑：张三',
    'Example and sons',
  ])('%j', (line) => {
    expect(bylineIn(line)).toBeNull();
  });
});

test.each([
  ['Ana Example and Bo Example', 'Ana Example and Bo Example'],
  ['Ana Example, staff writer', 'Ana Example'],
  ['Марія Приклад, журналістка', 'Марія Приклад'],
  ['Ana Example Published March 10, 2025', 'Ana Example'],
  ['Political Correspondent', null],
  ['The bridge closes', null],
])('a name without "by" in %j', (line, name) => {
  expect(nameIn(line)).toBe(name);
});

test.each([
  ['4 min read', true],
  ['Lesezeit: 4 Min.', true],
  ['Temps de lecture : 4 min', true],
  ['阅读约4分钟', true],
  ['อ่าน 4 นาที', true],
  ['منذ 3 ساعات', true],
  ['3 часа назад', true],
  ['Diperbarui 3 jam yang lalu', true],
  ['12 months that changed the whole city', false],
  ['3 things to know about buses', false],
])('whether %j says when: %s', (line, says) => {
  expect(isDateLine(line)).toBe(says);
});
