/** A number is explained by what stands within so many words before it … */
const WORDS_BEFORE = 9;
/** … or right after it («…, это номер мужа»). */
const WORDS_AFTER = 4;

/** «Номер», «телефон», «перезвоните на», «мой мобильный», «записывайте». */
const CONTACT =
  /^(?:номер\p{L}*|телефон\p{L}*|мобильн\p{L}*|сотов\p{L}*|городск\p{L}*|(?:пере|до|по|со)?звон\p{L}*|набер\p{L}*|набир\p{L}*|связ\p{L}*|контакт\p{L}*|мо[йеяию]|моего|моем|запис\p{L}*|запиш\p{L}*|пишите|дикту\p{L}*|ватсап\p{L}*|вотсап\p{L}*|телеграм\p{L}*)$/u;
/** What else has ten digits or more. */
const DOCUMENT =
  /^(?:паспорт\p{L}*|полис\p{L}*|снилс\p{L}*|инн|карт[аеуы]|карточк\p{L}*|договор\p{L}*|заказ\p{L}*|сери[еийюя]\p{L}*|счет\p{L}*|чек\p{L}*|свидетельств\p{L}*)$/u;
/** Somebody else, whose calls are not this client's. «Девушка», said to the operator, is nobody. */
const SOMEBODY_ELSE =
  /^(?:муж\p{L}*|жен[аеуыо]\p{L}*|супруг\p{L}*|мам\p{L}*|пап\p{L}*|мать|матери|отц\p{L}*|отец|родител\p{L}*|доч\p{L}*|сын\p{L}*|ребенк\p{L}*|брат\p{L}*|сестр\p{L}*|подруг\p{L}*|друг[аеу]?|девушк[иеу]|парн[яюе]|знаком\p{L}*|бабушк\p{L}*|дедушк\p{L}*|тет[яеию]|внук\p{L}*|внучк\p{L}*|племянни\p{L}*|свекр\p{L}*|тещ\p{L}*|тест[яюь]|зят\p{L}*|невестк\p{L}*|крестн\p{L}*|опекун\p{L}*|врач\p{L}*|главврач\p{L}*|доктор\p{L}*|директор\p{L}+|администратор\p{L}*|регистратур\p{L}*|клиник\p{L}*|лаборатори\p{L}*|бухгалтери\p{L}*|справочн\p{L}*|офис\p{L}*|курьер\p{L}*|водител[яюь]|коллег\p{L}*|сосед\p{L}*|родственни\p{L}*|начальни\p{L}*|спросите|ее|его|их|ей|ему|им)$/u;

/**
 * The clinic's own numbers: «мне звонили с номера», «пропущенный с телефона», «ваш номер», «на сайте указан».
 * «Вы звонили мне на номер» and «я звонила с номера» name the client's.
 */
const CLINICS_OWN =
  /(?:^| )(?:(?:мне|нам|вы|вас|кто|пропущенн\p{L}*|входящ\p{L}*)(?: \p{L}+){0,4} со? (?:\p{L}+ ){0,2}(?:номера|телефона)|ваш(?:его|ему|им|ем)? (?:\p{L}+ ){0,2}(?:номер|телефон)\p{L}*|у вас (?:номер|телефон)|с какого (?:номера|телефона)|на сайте |указан|определ|высвет)/u;

/**
 * «Не могу дозвониться по телефону 8 495 …», «набираю 8 495 …», «звонила вам на 8 495 …»: the clinic's, too, if the number
 * comes at once. «Не могут дозвониться» is said of the client's.
 */
const DIALLED_BY_CLIENT =
  /(?:^| )(?:(?:с?мог(?:у|ла)? (?:\p{L}+ ){0,2}дозвониться|набираю|набирала?|дозваниваюсь)(?: \p{L}+){0,3}|(?:по)?звон(?:ила?|ю) (?:вам |к вам |в \p{L}+ )?(?:на|по)(?: (?:\p{L}+ ){0,2}(?:номеру?|телефону?))?) $/u;
/** «С этого номера … мне звонили»: what stands before the number, and a word after it. */
const FROM_NUMBER = /(?:^| )со? (?:\p{L}+ ){0,2}(?:номера|телефона) $/u;
const RANG = /^(?:по|пере)?звонил[аи]?$/u;

/**
 * A number that the client was told, as the last words before it: «мне дали номер», «администратор дала мне телефон»,
 * «вы мне звонили, 8 495 …».
 */
const TOLD_TO_CLIENT =
  /(?:^| )(?:(?:дал|оставил|продиктовал|прислал)[аи]? (?:мне|нам)|(?:мне|нам) (?:\p{L}+ ){0,2}(?:дал|оставил|продиктовал|прислал)[аи]?)(?: \p{L}+){0,2} $|(?:^| )(?:вы|кто) (?:мне|нам) (?:пере)?звонили? $/u;

/** «Перезвоните, пожалуйста, моей маме»: that number is hers, however many words later it follows. */
const SOMEBODY_TO_CALL =
  /(?:^| )(?:(?:пере|по)?звоните|наберите|перезвонить|позвонить|набрать) (?:\p{L}+ ){0,2}(?:мужу|жене|супругу|супруге|маме|матери|папе|отцу|родителям|дочери|дочке|сыну|брату|сестре|подруге|другу|бабушке|дедушке|тете|дяде|внуку|внучке|свекрови|теще|ей|ему|им)(?= |$)/gu;
/** So many words before the number are looked through for that. */
const WORDS_OF_REQUEST = 15;

/**
 * A number that is not his any more, or never was: «мой старый номер», «мой номер не …», «набрала не тот номер», «сказали
 * звонить».
 */
const NO_LONGER_HIS =
  /(?:^| )(?:(?:стар|прежн|бывш|не т)\p{L}+ (?:номер|телефон)\p{L}* |(?:раньше|номер|телефон) (?:\p{L}+ ){0,2}был (?:номер )?|не |сказал[аи]? (?:\p{L}+ ){0,2}(?:по|пере)?звонить (?:(?:на|по) )?(?:номер\p{L}* |телефон\p{L}* )?)$/u;
/** The same after it: «больше не работает», «это старый». */
const OUT_OF_USE =
  /^(?:(?:он |уже |больше )?(?:не (?:работает|действует|мой)|отключен|заблокирован)|(?:больше|уже) не |это старый)/u;

/** Who writes a number down does not name his own. */
const WRITES_DOWN = /^(?:записываю|запишу)$/u;

/** By which words somebody says whose number he speaks of. */
interface Speech {
  ofClient: RegExp;
  ofOthers: RegExp;
}

/** «Мой номер», «у меня», «мне». */
const MINE = /^(?:мо[йеяию]|моего|моем|меня|мне|личн\p{L}*)$/u;
const CLIENT_SAYS: Speech = { ofClient: MINE, ofOthers: SOMEBODY_ELSE };
/** «Запишите наш номер»: the operator dictates, and the client repeats it. «С вами», «ваш номер» ask for the client's. */
const OPERATOR_SAYS: Speech = {
  ofClient: /^(?:ваш\p{L}*|вас|вам|вами)$/u,
  ofOthers: new RegExp(
    `${SOMEBODY_ELSE.source}|^(?:наш\\p{L}*|нам|запишите|записывайте|запишете|пишите)$`,
    'u',
  ),
};
/** «Моего мужа номер»: whose it is stands so near to the word for it. */
const WORDS_OF_OWNER = 3;

/**
 * Whether the contact word at `at` is that of somebody else: the nearest word before it that names anybody decides.
 * «К врачу» says where the client is going.
 */
const isSomebodyElses = (words: readonly string[], at: number, { ofClient, ofOthers }: Speech): boolean => {
  const owner = words
    .slice(Math.max(0, at - WORDS_OF_OWNER), at + 1)
    .findLast((word, place, near) => near[place - 1] !== 'к' && (ofClient.test(word) || ofOthers.test(word)));
  return owner !== undefined && ofOthers.test(owner);
};

/** What the word that stands nearest to the number says of it; null: none says anything. */
const nearest = (words: readonly string[], speech: Speech): 'client' | 'other' | null => {
  for (const [at, word] of [...words.entries()].toReversed()) {
    if (DOCUMENT.test(word) || SOMEBODY_ELSE.test(word) || WRITES_DOWN.test(word)) return 'other';
    if (CONTACT.test(word)) return isSomebodyElses(words, at, speech) ? 'other' : 'client';
  }
  return null;
};

/** Whether somebody else is to be called, and nothing after that speaks of the client himself. */
const asksToCallAnother = (before: readonly string[]): boolean => {
  const words = before.slice(-WORDS_OF_REQUEST).join(' ');
  const request = [...words.matchAll(SOMEBODY_TO_CALL)].at(-1);
  if (!request) return false;
  const since = words.slice(request.index + request[0].length).split(' ');
  return !since.some((word) => MINE.test(word));
};

/** Whether the words say that he was called from the number, has called it himself, was given it, or has it no more. */
const isNotHis = (said: string, next: readonly string[]): boolean =>
  [CLINICS_OWN, TOLD_TO_CLIENT, DIALLED_BY_CLIENT, NO_LONGER_HIS].some((words) => words.test(said)) ||
  OUT_OF_USE.test(next.join(' ')) ||
  (FROM_NUMBER.test(said) && next.some((word) => RANG.test(word)));

/** The words around a number that a client says, in small letters. */
export interface NumberContext {
  /** What he says before it, since the operator spoke last. */
  before: readonly string[];
  after: readonly string[];
  /** What the operator said last before. */
  question: readonly string[];
}

/** What the words around a number say it is: a number to reach this client at, another one, or nothing (null). */
export const whoseNumber = ({ before, after, question }: NumberContext): 'client' | 'other' | null => {
  const close = before.slice(-WORDS_BEFORE);
  const said = `${close.join(' ')} `;
  const next = after.slice(0, WORDS_AFTER);
  if (isNotHis(said, next) || asksToCallAnother(before)) return 'other';
  if (next.some((word) => SOMEBODY_ELSE.test(word))) return 'other';
  return nearest(close, CLIENT_SAYS) ?? nearest(question, OPERATOR_SAYS);
};
