# Карточка звонка, расшифровка, запись.
button-listen = 🎧 Прослушать
button-transcript = 📝 Расшифровка
button-listened = ✅ Прослушано
button-assign = 👤 Назначить
you = вы

call-title = <b>Звонок #{ $id }</b> · { $at }
call-direction =
    { $direction ->
        [outbound] Исходящий
       *[inbound] Входящий
    }
call-waited = ждал { $seconds } с
call-talked = разговор { $time }
call-client = клиент +7 ••• •••-{ $start }-{ $end }
call-outcome = Итог: { $outcome }
call-outcome-unknown = ещё не разобран
call-followup = 📞 Нужно перезвонить
call-followup-due = 📞 Нужно перезвонить { $due }
call-not-scored = ⏳ Звонок ещё не разобран. Обычно это занимает минуту.
call-no-dialogue = Разговора не было, поэтому показателей нет.
call-no-transcript = Расшифровки ещё нет. Когда она придёт, звонок разберётся сам.

# Показатель с баллами; score «none»: балла нет, только сам вывод.
call-topic =
    { $score ->
        [none] { $light } { $metric }
       *[other] { $light } { $metric } { $score }
    }
call-why = <b>Почему</b>
call-why-nothing = Тревожных слов в разговоре не нашлось.
call-why-more =
    { $count ->
        [one] … и ещё { $count } причина слабее
        [few] … и ещё { $count } причины слабее
       *[many] … и ещё { $count } причин слабее
    }
call-trigger =
    { $at ->
        [none] +{ $weight } { $rule }
       *[other] +{ $weight } { $rule } · { $at }
    }
call-ruled-out-title = <b>Проверено и не засчитано</b>
call-ruled-out =
    { $at ->
        [none] { $rule }: { $why }
       *[other] { $rule }: { $why } · { $at }
    }
call-listened = ✅ Прослушано: { $names }
# outcome «none»: перезвон ещё не закончен или это не перезвон; due «none»: поручение закрыто.
call-assignment =
    { $outcome ->
        [none] { call-assignment-state }
       *[other] { call-assignment-state } · { $outcome }
    }
call-assignment-state =
    { $due ->
        [none] 📋 { $kind }: { $owner }, { $state }
       *[other] { call-assignment-due }
    }
call-assignment-due =
    { $late ->
        [true] ⏰ { $kind }: { $owner }, { $state }, срок { $due } прошёл
       *[false] 📋 { $kind }: { $owner }, { $state }, до { $due }
    }
call-assignment-button = 📋 { $kind } · { $owner } · { $state }
call-version = <i>LM { $tag } · профиль { $profile }</i>

transcript-title = 📝 <b>#{ $id }</b> · { $at }
transcript-page = Страница { $page } из { $pages }
transcript-turn =
    { $at ->
        [none] <b>{ transcript-speaker }:</b> { $words }
       *[other] { $at } <b>{ transcript-speaker }:</b> { $words }
    }
transcript-speaker =
    { $speaker ->
        [operator] Оператор
        [client] Клиент
       *[system] Система
    }
transcript-marked = <u><b>{ $words }</b></u>
transcript-missing = Расшифровки ещё нет: телефония её не прислала. Когда придёт, появится здесь.
transcript-empty = Расшифровка пустая: в звонке никто ничего не сказал.
transcript-no-talk = Разговора не было: расшифровывать нечего.
transcript-masked = <i>Телефоны, номера документов и имена скрыты (•••).</i>

# operator «none»: никто не ответил.
listen-title =
    { $operator ->
        [none] 🎧 <b>#{ $id }</b> · { $at }
       *[other] 🎧 <b>#{ $id }</b> · { $at } · { $operator }
    }
listen-no-recording = 🔇 Записи нет: телефония не прислала её вместе со звонком.
listen-places = На что обратить внимание:
listen-place = { $at } { $rule }
