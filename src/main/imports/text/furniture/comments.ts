import type { Furniture } from './furniture';
import { list, phraseMatcher } from '../phrases';

/** Where readers comment. */
export const comments: Furniture = {
  reason: 'comments',
  longest: 120,
  match: phraseMatcher({
    whole: list(`
      comment, comments, no comments, view comments, show comments, leave a comment, leave a reply, add a
      comment, post a comment, write a comment, post comment, cancel reply, reply, your comment, join the
      conversation, join the discussion, comments are closed, please enter your comment, please enter your
      name here, comments off, be the first to comment, reader comments, kommentar, kommentare, keine
      kommentare, kommentar schreiben, kommentar verfassen, kommentieren, schreibe einen kommentar,
      kommentar hinterlassen, antworten, diskutieren sie mit, leserkommentare, commentaire, commentaires,
      aucun commentaire, laisser un commentaire, réagir, ajouter un commentaire, comentario, comentarios,
      deja un comentario, dejar un comentario, sin comentarios, deja una respuesta, comentário,
      comentários, deixe um comentário, deixe uma resposta, commento, commenti, lascia un commento,
      reacties, reageer, plaats een reactie, kommentarer, lämna en kommentar, kommentit, komentarze, dodaj
      komentarz, skomentuj, komentáře, комментарий, комментарии, оставить комментарий, добавить
      комментарий, нет комментариев, коментарі, залишити коментар, σχόλια, yorum, yorumlar, yorum yap,
      टिप्पणी, टिप्पणियाँ, टिप्पणी करें, अपनी टिप्पणी दें, कमेंट करें, মন্তব্য, মন্তব্য করুন, கருத்துகள்,
      تعليق, تعليقات, التعليقات, اترك تعليقا, اترك تعليقًا, أضف تعليق, تبصرے, تبصرہ کریں, نظرات, תגובות,
      הוסף תגובה, 评论, 發表評論, 发表评论, コメント, コメントを残す, 댓글, 댓글 쓰기, bình luận, komentar
    `),
    opening: list(`
      you must be logged in, log in to leave, log in to comment, sign in to comment, your email address will not be published, save my
      name email and website, du musst angemeldet sein, deine e mail adresse wird nicht, votre adresse e
      mail ne sera pas, tu dirección de correo, debes iniciar sesión, ваш адрес email не
    `),
  }),
};
