import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

/** Who took the picture that did not come along. */
export const captions: Furniture = {
  reason: 'caption',
  longest: 300,
  match: phraseMatcher({
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
  }),
};
