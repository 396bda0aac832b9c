# Поручения: назначить, список, карточка.
menu-way-assignments = 📋 Поручения
button-confirm = ✅ Подтвердить
button-cancel = ✖️ Отмена
button-other-due = Выбрать другой срок
button-start = ▶️ В работу
button-done = ✅ Выполнено
button-failed = ❌ Не удалось
button-extend = ⏰ Продлить
button-reassign = 🔁 Переназначить
button-call-off = 🗑 Отменить
button-return = ↩️ Вернуть
button-pause = ⏸ Отложить
button-resume = ▶️ Возобновить
button-comment = ✏️ Комментарий
button-new-task = ➕ Задача
button-batch = 👥 Назначить списком

span-minutes =
    { $count ->
        [one] { $count } минуту
        [few] { $count } минуты
       *[many] { $count } минут
    }
span-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[many] { $count } часов
    }
span-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }

assign-title = 👤 <b>Поручение по звонку #{ $id }</b> · { $at }
assign-title-free = 👤 <b>Новое поручение</b>
assign-kind-question =
    Что нужно сделать?

    Перезвон: связаться с клиентом.
    Разбор: обсудить звонок с оператором.
    Тренинг: поучиться на этом звонке.
    Маркетинговое действие: вернуть клиента предложением.
    Задача: всё остальное, своими словами.
assign-kind-all-taken = По этому звонку уже поручено всё:
assign-kind-taken = 📋 { $kind }: уже поручено, { $owner }, до { $due }
assign-owner-question = Кому поручить? Рядом — сколько поручений уже в работе.
# tie: took — вёл этот звонок, knows — говорил с клиентом раньше.
assign-person =
    { $suggested ->
        [true] ⭐ { assign-person-plain }
       *[false] { assign-person-plain }
    }
assign-person-plain =
    { $tie ->
        [took] { $name } · { $count } · вёл(а) звонок
        [knows] { $name } · { $count } · знает клиента
       *[none] { $name } · { $count }
    }
assign-suggested = ⭐ { $name }: { $reasons }
owner-reason-took = вёл(а) звонок
owner-reason-knows = знает клиента
owner-reason-at-work = сегодня на линии
owner-reason-free = меньше всех поручений
assign-choice = <b>{ $kind }</b> · { $owner }
assign-kind-chosen = <b>{ $kind }</b>
assign-channel-question = Как обратиться к клиенту?
assign-channel = Канал: { $channel }
assign-words =
    { $rule ->
        [required] Что сделать: { $words }
       *[optional] Комментарий: { $words }
    }
assign-words-question = Напишите сообщением, что нужно сделать (до { $max } знаков).
assign-comment-question = Напишите сообщением, что ещё важно знать ответственному (до { $max } знаков).
typed-words-needed = Нужны слова, а не номер звонка.
typed-words-long = Слишком длинно: не больше { $max } знаков. Напишите короче.

due-question = К какому сроку?
due-preset =
    { $preset ->
        [in-1-hour] Через 1 час
       *[in-24-hours] Через 24 часа
    }
# days: сколько дней до него; weekday: 1 — понедельник.
due-moment =
    { $days ->
        [0] Сегодня { $time }
        [1] Завтра { $time }
       *[other] { due-weekday } { $date } { $time }
    }
due-weekday =
    { $weekday ->
        [1] Пн
        [2] Вт
        [3] Ср
        [4] Чт
        [5] Пт
        [6] Сб
       *[7] Вс
    }
due-other = Другая дата
due-type =
    Напишите срок сообщением, например:
    завтра 12:00
    25.11 18:00
    через 3 часа
    в пятницу к трём
    до конца дня
    после выходных
due-not-understood = Не понял срок.
due-past = ⛔️ Срок { $at } уже прошёл. Нужен другой.
due-not-later = ⛔️ { $at } не позже нынешнего срока ({ $due }). Чтобы продлить, нужен более поздний.
due-line =
    { $what ->
        [pause] Отложить до <b>{ $at }</b>, на { $span }
       *[due] Срок: <b>{ $at }</b>, через { $span }
    }
due-line-closed =
    { due-line }
    🌙 Клиника в это время закрыта.
due-when-open = Когда откроется: { $at }

assignments-view-button =
    { $chosen ->
        [true] • { assignments-view }
       *[false] { assignments-view }
    }
assignments-view =
    { $view ->
        [mine] Мои
        [given] Выданные
        [all] Все
       *[overdue] Просроченные
    }
assignments-title =
    { $view ->
        [mine] 📋 <b>Мои поручения</b>: { $count }
        [given] 📋 <b>Выданные мной</b>: { $count }
        [all] 📋 <b>Все поручения</b>: { $count }
       *[overdue] ⏰ <b>Просроченные</b>: { $count }
    }
assignments-overdue =
    { $whose ->
        [own] ⏰ Просрочено: { $count }
       *[all] ⏰ Просрочено у всех: { $count }
    }
assignments-none =
    { $view ->
        [mine] Открытых поручений у вас нет.
        [given] Всё, что вы поручали, закрыто.
        [all] Открытых поручений нет.
       *[overdue] 🟢 Просроченных нет.
    }
assignments-row =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject } · { $owner }, { $state }
        [paused] ⏸ до { $due } · { $kind } · { $subject } · { $owner }
       *[none] { $due } · { $kind } · { $subject } · { $owner }, { $state }
    }
assignments-row-own =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject } · { $state }
        [paused] ⏸ до { $due } · { $kind } · { $subject }
       *[none] { $due } · { $kind } · { $subject } · { $state }
    }
assignments-button =
    { $mark ->
        [late] ⏰ { $due } · { $kind } · { $subject }
        [paused] ⏸ { $due } · { $kind } · { $subject }
       *[none] { $due } · { $kind } · { $subject }
    }

assignment-title = 📋 <b>{ $kind }</b> · { $state }
# operator «none»: на звонок никто не ответил.
assignment-call =
    { $operator ->
        [none] Звонок #{ $id } · { $at }
       *[other] Звонок #{ $id } · { $at } · { $operator }
    }
assignment-call-button = Звонок #{ $id }
assignment-owner = Ответственный: { $name }
assignment-giver = Поручил(а): { $name }
assignment-due = Срок: { $at }, через { $span }
assignment-overdue = 🔴 Срок: { $at }, просрочено на { $span }
assignment-due-closed = Срок: { $at }
assignment-paused =
    ⏸ Отложено до { $until }
    Срок: { $at }
assignment-reason = Причина: { $why }
assignment-why = Почему: «{ $quote }»
# proof «none»: звонком такое не подтверждают.
assignment-result =
    { $proof ->
        [none] Итог: { $result }, { $at }
       *[other] Итог: { $result }, { $at } ({ $proof })
    }
assignment-result-none = сделано
assignment-proof-word = со слов
assignment-proof-call = подтверждено звонком #{ $id }
assignment-story = <b>История</b>
assignment-step = { $at } · { $what } · { $who }
assignment-step-system = система
assignment-step-what =
    { $action ->
        [compensation-propose] предложено
        [compensation-approve] одобрено
        [assignment-create] поручено: { $owner }, до { $due }
        [assignment-create-many] поручено списком: { $owner }, до { $due }
        [assignment-accept] принято
        [assignment-start] взято в работу
        [assignment-complete] выполнено
        [assignment-fail] не удалось
        [assignment-extend] срок перенесён на { $due }
        [assignment-pause] отложено до { $until }
        [assignment-resume] снова в работе, срок { $due }
        [assignment-reassign] передано: { $owner }
        [assignment-cancel] отменено
        [assignment-return] возвращено в работу
        [assignment-verify] подтверждено звонком #{ $call }
        [assignment-unverify] подтверждение снято: данные звонка исправлены
       *[other] изменено
    }
assignment-result-question =
    { $kind ->
        [review] Что показал разбор?
        [marketing] Чем закончилось?
       *[callback] Чем закончился перезвон?
    }
reassign-question = Кому передать? Рядом — сколько поручений уже в работе.

## «⏰ Продлить», «⏸ Отложить» и почему.
later-question =
    { $move ->
        [pause] До какого времени отложить? До него ничего не напомним.
       *[extend] До какого срока продлить?
    }
reason-question =
    { $move ->
        [extend] Почему переносим срок?
        [pause] Почему откладываем?
        [fail] Почему не удалось?
       *[cancel] Почему отменить поручение? Вернуть его потом будет нельзя, только поручить заново.
    }
reason-other-button = Другая причина
reason-type = Напишите причину сообщением (до { $max } знаков).
reason-words = Причина: { $words }

## «👥 Назначить списком».
batch-title = 👥 <b>Назначить списком</b>
batch-list = { call-list-name } · { $days } дней
batch-question = { $kind }: сколько первых звонков отдать одному человеку?
batch-none = В этом списке звонков нет.
batch-count =
    { $all ->
        [true] Все { $count }
       *[false] Первые { $count }
    }
batch-kind =
    { $on ->
        [true] • { $kind }
       *[false] { $kind }
    }
batch-chosen =
    👥 <b>{ $count ->
        [one] { $count } звонок
        [few] { $count } звонка
       *[many] { $count } звонков
    }</b>
batch-calls-more = { $calls } и ещё { $count }
batch-taken = { $kind } уже поручен по { $count } из них: пропустим.

## Кто-то успел раньше.
taken-by = 📋 { $kind }: { $owner }, до { $due }. Поручил(а): { $giver }.
