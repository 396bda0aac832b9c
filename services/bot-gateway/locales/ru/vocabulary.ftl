## Действия: строка журнала и ответ на нажатие.
action-assignment-create = Назначить поручение
action-assignment-create-many = Назначить поручения списком
action-assignment-accept = Принять поручение
action-assignment-start = Взять поручение в работу
action-assignment-complete = Выполнить поручение
action-assignment-fail = Не удалось выполнить поручение
action-assignment-extend = Продлить поручение
action-assignment-pause = Отложить поручение
action-assignment-resume = Возобновить поручение
action-assignment-verify = Подтвердить перезвон звонком
action-assignment-unverify = Снять подтверждение перезвона
action-assignment-reassign = Переназначить поручение
action-assignment-cancel = Отменить поручение
action-assignment-return = Вернуть поручение
action-call-link = Сделать ссылку на звонок
action-call-mark-listened = Отметить звонок прослушанным
action-ruleset-activate = Активировать версию LM
action-ruleset-roll-back = Откатить версию LM
action-ruleset-shadow = Поставить версию LM в тень
action-ruleset-retire = Убрать версию LM в архив
action-notification-configure = Настроить уведомления
action-notification-dismiss = Отметить звонок в уведомлении как неважный
action-problem-report = Сообщить о проблеме
action-ticket-create = Создать тикет
action-problem-answer = Ответить на обращение
action-problem-continue = Дополнить обращение
action-problem-close = Закрыть обращение
action-settings-choose-language = Сменить язык
action-settings-set-contact = Указать, кому писать
action-settings-set-hours = Изменить часы работы
action-user-request-access = Запросить доступ
action-user-approve = Одобрить доступ
action-user-reject = Отклонить доступ
action-user-set-role = Сменить роль
action-user-block = Заблокировать
action-user-unblock = Разблокировать

## Отказы: почему действие не выполнено и что делать.
refusal-permission-missing = ваша роль этого не позволяет
refusal-actor-not-active = у вас сейчас нет доступа
refusal-assignment-already-open = такое поручение по этому звонку уже открыто
refusal-assignment-due-in-past = срок уже прошёл, выберите другой
refusal-assignment-due-not-later = новый срок не позже прежнего
refusal-assignment-call-not-found = такого звонка нет
refusal-assignment-owner-not-available = этот сотрудник сейчас не может получить поручение
refusal-assignment-same-owner = поручение уже у этого сотрудника
refusal-assignment-not-found = такого поручения нет
refusal-assignment-move-not-allowed = поручение уже в другом состоянии
refusal-assignment-not-yours = это не ваше поручение
refusal-assignment-result-missing = выберите результат
refusal-assignment-result-not-of-kind = у такого поручения нет этого результата
refusal-assignment-reason-missing = напишите причину
refusal-assignment-words-gone = слова уже удалены, напишите их ещё раз
refusal-assignment-pause-in-past = это время уже прошло, выберите другое
refusal-assignment-not-paused = поручение не отложено
refusal-assignment-all-taken = все эти звонки уже назначены
refusal-call-not-found = такого звонка нет
refusal-call-already-listened = вы уже отметили этот звонок
refusal-ruleset-not-found = такой версии нет
refusal-ruleset-already-active = эта версия уже активна
refusal-ruleset-already-shadow = эта версия уже в тени
refusal-ruleset-already-retired = эта версия уже в архиве
refusal-ruleset-is-active = это активная версия: сначала активируйте другую
refusal-ruleset-challenger-only = языковая модель только сравнивается и решать не может
refusal-ruleset-cannot-run = движок не может прочитать правила этой версии: исправьте их и опубликуйте заново (что не так, скажет «npm run lm -- versions show»)
refusal-ruleset-no-previous = до этой версии никаких других правил не было
refusal-notification-not-for-you = для вашей роли таких уведомлений нет
refusal-notification-already-so = так уже и настроено
refusal-notification-not-found = этого сообщения уже нет
refusal-notification-already-dismissed = вы уже отметили этот звонок как неважный
refusal-problem-no-access = у вас сейчас нет доступа
refusal-problem-too-many = за час от вас пришло слишком много сообщений, попробуйте позже
refusal-problem-nothing-to-send = этого текста больше нет, напишите его ещё раз
refusal-problem-already-sent = это уже отправлено
refusal-problem-not-found = такого обращения нет
refusal-problem-not-a-developer = отвечать на обращения могут только разработчики
refusal-problem-already-closed = обращение уже закрыто
refusal-settings-nothing-to-set = этого текста больше нет, напишите его ещё раз
refusal-settings-never-open = в неделе должен остаться хотя бы один рабочий день
refusal-settings-already-so = так уже и есть
refusal-settings-too-many-days = особых дней уже слишком много, уберите лишние
refusal-settings-day-is-over = этот день уже прошёл
refusal-user-not-found = такого человека нет
refusal-user-already-requested = заявка уже отправлена, ждите решения
refusal-user-already-active = доступ уже открыт
refusal-user-blocked = доступ закрыт администратором
refusal-user-not-below-you = решать можно только о тех, чья роль ниже вашей
refusal-user-last-superadmin = это последний суперадмин: сначала назначьте другого
refusal-user-not-requested = эта заявка уже решена
refusal-user-not-active = у этого человека сейчас нет доступа
refusal-user-operator-unknown = такого оператора в звонках нет
refusal-user-operator-code-taken = этот код оператора уже у другого сотрудника
refusal-user-not-blocked = этот человек не заблокирован

## Доступ человека.
status-newcomer = без доступа
status-requested = ждёт решения
status-active = есть доступ
status-rejected = отказано
status-blocked = заблокирован

## Чем кончилось действие.
log-outcome-done = выполнено
log-outcome-denied = отказано
log-outcome-failed = ошибка

## Деньги.
money =
    { $hasKopecks ->
        [true] { NUMBER($rubles, useGrouping: "always", minimumFractionDigits: 2) } ₽
       *[false] { NUMBER($rubles, useGrouping: "always") } ₽
    }
