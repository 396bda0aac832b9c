/** What somebody does next: presses a button (the whole label, or how it begins), or writes. */
export type Step = { name: string; press: string | RegExp } | { name: string; write: string };

const press = (name: string, label: string | RegExp): Step => ({ name, press: label });
const write = (name: string, text: string): Step => ({ name, write: text });

const BACK = press('back', '⬅️ Назад');
const MENU = press('menu', '🏠 Меню');
const ONE_CALL = /^#\d+/u;

/** An admin's working day on the phone: every kind of screen that reads what grows, each the way one comes to it. */
export const WALK: readonly Step[] = [
  write('menu', '/menu'),
  press('analytics', '🧠 LM Аналитика'),
  press('analytics', '30 дней'),
  press('complaints', /^🔴 Риски жалоб/u),
  press('next page', '▶️'),
  press('call card', ONE_CALL),
  press('transcript', '📝 Расшифровка'),
  BACK,
  press('all metrics', '📊 Все метрики'),
  BACK,
  BACK,
  BACK,
  press('callbacks', /^📞 Нужно перезвонить/u),
  BACK,
  press('lost revenue', /^💸 Упущенная выручка/u),
  BACK,
  press('table of metrics', '📈 Таблица метрик'),
  BACK,
  press('top five', '🎯 Топ-5'),
  MENU,
  press('dashboard', '📊 Дашборд'),
  press('dashboard', '30 дней'),
  press('operators', 'Операторы'),
  BACK,
  press('reasons of losses', 'Причины потерь'),
  BACK,
  press('dynamics', 'Динамика'),
  BACK,
  press('marketing', 'Маркетинг'),
  MENU,
  press('assignments', '📋 Поручения'),
  MENU,
  press('control', '🎯 Контроль'),
  press('control', '30 дней'),
  press('control, by person', '👤 По сотрудникам'),
  BACK,
  press('control, a list', /^📋 \d/u),
  MENU,
  press('users', '👥 Пользователи'),
  MENU,
  write('call by id', '#42'),
  write('rare words', '/find заказ 777'),
  write('common words', '/find жалоба'),
];
