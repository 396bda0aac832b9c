## Чем кончился звонок.
outcome-record = записался
outcome-lead-no-record = хотел, но не записался
outcome-info-only = только справка
outcome-refusal = отказался
outcome-cancel = отменил запись
outcome-reschedule = перенёс запись
outcome-complaint = жалоба
outcome-spam = спам
outcome-technical = технический
outcome-missed = пропущен
outcome-not-reached = не дозвонились
outcome-no-transcript = без расшифровки
outcome-non-target = не по адресу

## Показатели.
metric-response-speed-score = Скорость ответа
metric-talk-time-efficiency = Длительность разговора
metric-queue-impact-index = Нагрузка на линию
metric-conversion-score = Конверсия
metric-lost-opportunity-score = Упущенная выручка
metric-cross-sell-potential = Дополнительная услуга
metric-checklist-coverage-ratio = Чек-лист
metric-normalized-call-score = Качество звонка
metric-script-risk-index = Нарушения скрипта
metric-churn-risk-level = Риск ухода
metric-churn-risk-score = Риск ухода, баллы
metric-complaint-risk-flag = Жалоба
metric-complaint-risk-score = Риск жалобы
metric-followup-needed-flag = Нужно перезвонить
metric-conversion-prob-forecast = Запишется за 14 дней
metric-second-call-prob = Свяжется ещё раз
metric-complaint-prob = Официальная жалоба
metric-lm-version-tag = Версия LM
metric-calc-profile = Профиль расчёта
# Не показатель звонка, а доля обещаний «перезвоню», которые оператор сдержал.
metric-promise-kept = Сдержанные обещания

## Группы показателей.
metric-group-operational = Операционные
metric-group-conversion = Конверсия
metric-group-quality = Качество
metric-group-risk = Риски
metric-group-forecast = Прогноз

## Почему показателя нет.
gate-not-a-dialogue = разговора не было
gate-no-transcript = расшифровки ещё нет
gate-not-target = звонок не о записи
gate-no-wait = нет времени ожидания
gate-no-duration = нет длительности
gate-not-judged = эта версия её не оценивает

## Риск ухода.
churn-level-low = низкий
churn-level-medium = средний
churn-level-high = высокий
churn-level-critical = критический

## Профиль расчёта.
profile-default = обычный
profile-night = ночной
profile-weekend = выходного дня

## Зачем перезвонить.
followup-client-thinks = клиент думает
followup-client-asked-callback = клиент просил перезвонить
followup-clinic-promised = клиника обещала перезвонить
followup-no-slots = не было мест
followup-price = остановила цена
followup-dropped-call = звонок оборвался
followup-complaint-open = жалоба не закрыта

## Почему упустили.
loss-price = цена
loss-time = время
loss-competitor = другая клиника
loss-trust = недоверие
loss-not-relevant = услуга не подошла
loss-operator-error = ошибка оператора
loss-unknown = неизвестно

## Почему похожие слова не засчитаны.
ruled-out-negated = сказано с «не»
ruled-out-other-party = не про клинику
ruled-out-operator-words = слова оператора
ruled-out-medical = о самочувствии
ruled-out-resolved-later = позже уладили
ruled-out-hypothetical = только предположение
ruled-out-idiom = оборот речи

## Вид поручения.
kind-callback = Перезвон
kind-review = Разбор
kind-training = Тренинг
kind-compensation = Компенсация
kind-marketing = Маркетинговое действие
kind-task = Задача

## Состояние поручения.
state-open = новое
state-accepted = принято
state-in-progress = в работе
state-done = выполнено
state-failed = не удалось
state-cancelled = отменено

## Чем кончился перезвон.
result-booked = Записался
result-refused = Отказался
result-thinking = Думает
result-other = Другое
## Чем кончился разбор.
result-confirmed = Ошибка оператора
result-not-confirmed = Оператор прав
result-process = Дело в порядках клиники

## Почему срок перенесён, работа отложена, не удалась или отменена.
assignment-reason-client-asked = Клиент попросил
assignment-reason-no-answer = Не дозвонились
assignment-reason-no-time = Не успеваем
assignment-reason-waits-for-doctor = Ждём врача
assignment-reason-wrong-number = Не тот номер
assignment-reason-client-declines = Клиент отказался говорить
assignment-reason-not-possible = Сделать нельзя
assignment-reason-not-needed = Больше не нужно
assignment-reason-mistake = Поручено по ошибке
assignment-reason-duplicate = Уже делают по другому поручению
assignment-reason-client-came = Клиент пришёл сам
assignment-reason-other = Другое

## Как маркетинговое действие доходит до клиента.
channel-call = Звонок
channel-messenger = Мессенджер
channel-sms = СМС
channel-email = Письмо
channel-advertising = Реклама

## Компенсации.
compensation-reason-quality = Качество услуги
compensation-reason-price-differs = Цена вышла другой
compensation-reason-long-wait = Долго ждал
compensation-reason-rudeness = Грубость
compensation-reason-cancelled-visit = Приём сорвался
compensation-reason-medical = Врачебный случай
compensation-reason-goodwill = Жест доброй воли
compensation-reason-other = Другое
compensation-standing-waiting = ждёт решения
compensation-standing-to-pay = одобрена, не выплачена
compensation-standing-paid = выплачена
compensation-standing-pay-failed = одобрена, выплатить не удалось
compensation-standing-pay-dropped = одобрена, выплата отменена
compensation-standing-refused = отклонена
compensation-standing-withdrawn = отозвана
