## «🧾 Журнал».
log-title = <b>🧾 Журнал действий</b>
log-by-person = Только действия: { $name }
log-by-call = Только звонок { $call }
log-empty = Записей нет.
log-system = Система
log-person = сотрудник №{ $id }
log-assignment = №{ $id } { $call }
log-dispute = спор №{ $id } { $call }
log-problem =
    { $id ->
        [new] новое обращение
       *[other] обращение №{ $id }
    }
log-setting-language = язык
log-setting-contact-technical = кому писать: техника
log-setting-contact-metrics = кому писать: показатели
log-setting-contact-access = кому писать: доступ
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
log-number = №{ $id }
log-which-person = <b>🧾 Журнал:</b> чьи действия показать?
log-which-call = <b>🧾 Журнал:</b> напишите номер звонка, например <code>#500123</code>.
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
        [contactNamed] указан
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
        [dailyBudget] сообщений в день
        [digestAt] утренняя сводка
        [weekly] итоги недели
        [notImportant] не важно
        [totalCalls] всего звонков
        [exportContent] что
        [exportColumns] столбцы
        [exportFormat] формат
        [exportState] выгрузка
        [exportDays] дней
        [exportRows] строк
        [sha256] SHA-256
       *[listened] прослушано
    }
button-log-person = По человеку
button-log-call = По звонку
button-log-all = Весь журнал
