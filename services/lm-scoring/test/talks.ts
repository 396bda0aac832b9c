import type { Turn } from '@perezvon/contracts';

const GREETING: Turn = { t: 0, speaker: 'operator', text: 'Клиника «Образец», Ольга, здравствуйте.' };

/** A client who is certainly complaining. */
export const COMPLAINT: Turn[] = [
  GREETING,
  { t: 3, speaker: 'client', text: 'Я третий раз звоню, это безобразие, напишу жалобу главному врачу.' },
  { t: 9, speaker: 'operator', text: 'Приношу извинения, передам администратору.' },
];

/** Nothing to act on. */
export const CALM: Turn[] = [
  GREETING,
  { t: 3, speaker: 'client', text: 'Здравствуйте, подскажите, пожалуйста, до скольких вы работаете?' },
  { t: 7, speaker: 'operator', text: 'До восьми вечера без выходных.' },
  { t: 9, speaker: 'client', text: 'Спасибо, до свидания.' },
];

/** The operator promises to call back by noon. */
export const PROMISE: Turn[] = [
  GREETING,
  { t: 3, speaker: 'client', text: 'Здравствуйте, готовы ли мои анализы?' },
  { t: 7, speaker: 'operator', text: 'Уточню у лаборатории и перезвоню вам до двенадцати.' },
  { t: 9, speaker: 'client', text: 'Хорошо, жду.' },
];
