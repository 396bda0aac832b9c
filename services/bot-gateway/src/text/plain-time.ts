/** The same moment in the words that are read; text in small letters, «е» for «ё». */
const TURNS: readonly [RegExp, string][] = [
  [/(?:the )?day after tomorrow/g, 'послезавтра'],
  [/tonight/g, 'today evening'],
  [/in the (morning|afternoon|evening)/g, '$1'],
  [/half an hour|пол[- ]часа/g, 'полчаса'],
  [/a couple of/g, '2'],
  [/\ban? (?=minute|hour|day|week|month)/g, ''],
  [/(\d)(?=(?:am|pm)\b)/g, '$1 '],
  [/завтрашнего дня/g, 'завтра'],
  [/завтрашн(?:его|ему|ий|ее)/g, 'завтра'],
  [/сегодняшнего дня/g, 'сегодня'],
  [/сегодняшн(?:его|ему|ий|ее)/g, 'сегодня'],
  // «В час», «до часу» is one o'clock; «в 15 часов» is not.
  [/(^| )(в|к|до) (?:час|часу)(?= дня| ночи|$)/g, '$1$2 1'],
];

/** Turns of speech that stand for a day or a time, in plainer words: «tonight», «до завтрашнего вечера», «в час дня». */
export const plainly = (text: string): string =>
  TURNS.reduce(
    (plain, [turn, words]) => plain.replaceAll(turn, words),
    text.toLowerCase().replaceAll('ё', 'е'),
  );
