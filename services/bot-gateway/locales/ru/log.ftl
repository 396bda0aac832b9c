## «🧾 Журнал».
log-title = <b>🧾 Журнал действий</b>
log-by-person = Только действия: { $name }
log-by-call = Только звонок { $call }
log-by-action = Только действие: { $action }
log-by-day = Только за день: { $day }
log-empty = Записей нет.
log-system = Система
log-person = сотрудник №{ $id }
log-number-and-call = №{ $id } { $call }
log-setting-contact-technical = техника
log-setting-contact-metrics = показатели
log-setting-contact-access = доступ
log-failure =
    { $code ->
        [message-unknown_type] это действие прислала другая версия программы
        [message-unknown_version] это действие прислала другая версия программы
        [message-bad_payload] действие не прочиталось: сообщите разработчикам
        [message-unreadable] действие не прочиталось: сообщите разработчикам
       *[action-attempts_exhausted] все попытки кончились сбоем
    }
log-nothing = —
log-yes = да
log-no = нет
log-written = есть
log-closed = закрыто
log-contact-named = указан
log-contact-unnamed = не указан
log-number = №{ $id }
log-which-person = <b>🧾 Журнал:</b> чьи действия показать?
log-which-call = <b>🧾 Журнал:</b> напишите номер звонка, например <code>#500123</code>.
log-which-action = <b>🧾 Журнал:</b> какое действие показать? Здесь те, что уже были.
log-which-day = <b>🧾 Журнал:</b> за какой день? Нажмите или напишите, например <code>24.11</code> или «в понедельник».
log-no-day = Не понял день. Напишите прошедший день, например <code>24.11</code> или «вчера».
log-no-call-number = Не понял номер звонка: в нём одни цифры.
log-field =
    { $field ->
        [role] роль
        [status] доступ
        [operatorCode] код в звонках
        [state] состояние
        [ownerId] ответственный
        [dueAt] срок
        [result] результат
        [kind] вид
        [assignmentReason] причина
        [pausedUntil] отложено до
        [channel] канал
        [verifiedByCall] подтверждено звонком
        [givenCalls] назначено звонков
        [takenCalls] уже были назначены
        [activeRuleset] активная версия
        [rulesetState] версия
        [metric] показатель
        [verdict] оценка
        [blindAnswer] ответ
        [disputeState] спор
        [disputeReason] причина
        [noteId] комментарий
        [problemState] обращение
        [language] язык
        [contactNamed] контакт
        [lmVersionTag] версия LM
        [runKind] прогон
        [runId] номер прогона
        [runState] прогон
        [since] звонки с
        [until] звонки до
        [doneCalls] пройдено звонков
        [redAlerts] красные звонки сразу
        [alertFrom] с каких баллов
        [quietHours] тихие часы
        [hoursDays] дни
        [specialDay] особый день
        [openHours] часы
        [worksOnHolidays] работает в праздники
        [dailyBudget] сообщений в день
        [digestAt] утренняя сводка
        [weekly] итоги недели
        [totalCalls] всего звонков
        [exportContent] что
        [exportColumns] столбцы
        [exportFormat] формат
        [exportState] выгрузка
        [exportDays] дней
        [exportRows] строк
        [sha256] SHA-256
        [auditCheckId] проверка
        [auditState] журнал
        [auditEntries] верных записей
        [auditBadSeq] первая неверная запись
        [auditProblem] что не так
        [promiseState] обещание
        [compensationState] компенсация
        [amountKopecks] сумма
        [compensationReason] за что
        [proposedById] предложил(а)
        [decidedById] решил(а)
        [assignmentId] поручение
        [limitKopecks] предел
       *[averageBookingKopecks] приносит запись
    }
button-log-person = По человеку
button-log-call = По звонку
button-log-action = По действию
button-log-day = За день
button-log-all = Весь журнал
button-log-verify = 🔐 Проверить целостность

## «🔐 Проверить целостность».
action-audit-verify = Проверить целостность журнала
refusal-audit-check-running = проверка уже идёт, дождитесь её
audit-check-title = <b>🔐 Целостность журнала</b>
audit-check-none = Журнал здесь ещё не проверяли.
audit-check-running =
    ⏳ Проверяется… { $count ->
        [one] Пройдена { $count } запись.
        [few] Пройдены { $count } записи.
       *[many] Пройдено { $count } записей.
    }
audit-check-sound =
    ✅ Цепочка цела: { $count ->
        [one] { $count } запись.
        [few] { $count } записи.
       *[many] { $count } записей.
    }
audit-check-compared = Конец журнала сверен с отметкой вне базы.
audit-check-not-compared = Отметки вне базы нет: если обрезали конец, этого не видно.
audit-check-broken = ❌ Нарушена с записи №{ $seq }
audit-check-unproven = ❌ Целость не доказана
audit-check-sound-part =
    { $count ->
        [0] Верных записей до этого места нет.
        [one] Верна первая { $count } запись.
        [few] Верны первые { $count } записи.
       *[many] Верны первые { $count } записей.
    }
audit-check-do = Что делать: ничего не удаляйте и не исправляйте, сделайте копию базы и папки PEREZVON_HOME, сообщите разработчикам: «❓ Помощь» → «🆘 Сообщить о проблеме».
audit-check-do-head = Что делать: не удаляйте файл audit-head.json в папке PEREZVON_HOME, сообщите разработчикам: «❓ Помощь» → «🆘 Сообщить о проблеме».
audit-check-gave-up = ❗️ Проверка прервалась. Запустите её ещё раз.
audit-check-asked = Проверку запустил(а) { $name }, { $at }
audit-state-sound = цел
audit-state-broken = ❌ нарушен
audit-problem-row-missing = запись пропала
audit-problem-row-detached = запись не продолжает предыдущую: перед ней что-то подменили
audit-problem-row-changed = запись изменена после того, как её сделали
audit-problem-log-cut = конец журнала обрезан: в отметке вне базы эта запись есть
audit-problem-log-rewritten = журнал переписан: в отметке вне базы эта запись другая
audit-problem-head-damaged = отметка вне базы не читается, сверить конец не с чем
