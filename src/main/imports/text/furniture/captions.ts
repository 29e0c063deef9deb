import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

const matchPhrases = phraseMatcher({
  whole: [
    'representative image',
    'representational image',
    'file photo',
    'file image',
    'symbolbild',
    'archivbild',
  ],
  label: list(`
      photo, photos, photo credit, photograph, image, image credit, image source, picture, file photo,
      credit, caption, illustration, foto, fotos, bild, bildquelle, bildnachweis, crédit photo, crédit,
      crédits, imagen, fotografía, imagem, crédito, immagine, beeld, zdjęcie, zdroj, фото, снимок,
      иллюстрация, fotoğraf, फोटो, तस्वीर, ছবি, صورة, الصورة, تصویر, צילום, 图, 写真, 사진
    `),
  opening: [
    'photo by',
    'photograph by',
    'image by',
    'photo courtesy',
    'image courtesy',
    'photo illustration by',
  ],
});

/** Some sites separate label and text by a comma: "Image caption, The ferry in the morning". */
const commaLabel = new RegExp(
  `^(?:${list(`image source, image caption, media caption, video caption, image credit, fuente de la imagen, pie de foto,
    crédito da imagem, legenda da foto, crédit photo, légende image, crédito, автор фото, подпись к фото, автор фото,
    підпис до фото, kaynak, fotoğraf altı yazısı, chanzo cha picha, maelezo ya picha, sumber gambar, keterangan gambar,
    nguồn hình ảnh, chụp lại hình ảnh, مصدر الصورة, صدر الصورة, التعليق على الصورة, منبع تصویر, توضیح تصویر, تصویر کا ذریعہ,
    تصویر کا کیپشن, इमेज स्रोत, इमेज कैप्शन, ছবির উৎস, ছবির ক্যাপশন, பட மூலாதாரம், படக்குறிப்பு, ที่มาของภาพ, คำบรรยายภาพ, 图像来源,
    图像加注文字, 圖像來源, 圖像加註文字, 画像提供, 画像説明, 사진 출처, 사진 설명`).join(
    '|',
  )})\\s*[,،，]\\s*\\S`,
  'iu',
);

/** Who took an image that did not come along, and what it showed. */
export const captions: Furniture = {
  reason: 'caption',
  longest: 300,
  match: (line, bare) => matchPhrases(line, bare) ?? (commaLabel.test(line) ? 'part' : null),
};
