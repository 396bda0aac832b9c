# Звонки одного клиента за месяц: повторные обращения.
chain-repeat = 🔁 { $number }-й звонок
chain-repeat-of = 🔁 <b>{ $number }-й звонок клиента</b> за { $days } дней · всего с исходящими: { $all }
chain-others =
    { $others ->
        [one] У клиента ещё { $others } звонок за { $days } дней
        [few] У клиента ещё { $others } звонка за { $days } дней
       *[many] У клиента ещё { $others } звонков за { $days } дней
    }
chain-summary = 🔁 { chain-others } (жалоб: { $complaints }, поручено: { $owned })
button-chain = 🔁 Звонки клиента ({ $count })

chain-title = 🔁 <b>Звонки клиента</b> · #{ $id }
chain-none = Других звонков этого клиента за { $days } дней нет.
# talk «none»: телефония не говорит, сколько длился разговор.
chain-row =
    { $talk ->
        [none] { $light } { $at } · #{ $id } · { chain-direction } · { $outcome }
       *[other] { $light } { $at } · #{ $id } · { chain-direction } { $talk } · { $outcome }
    }
chain-direction =
    { $direction ->
        [outbound] исходящий
       *[inbound] входящий
    }
chain-more =
    { $count ->
        [one] … и ещё { $count } звонок раньше
        [few] … и ещё { $count } звонка раньше
       *[many] … и ещё { $count } звонков раньше
    }
chain-call-button = #{ $id } · { $at }

## Доказательство перезвона.
# talk «none»: телефония не говорит, сколько длился разговор; outcome «none»: итог звонка уже стоит строкой выше.
proof-call =
    { $outcome ->
        [none] { proof-talk }
       *[other] { proof-talk } · по разбору: { $outcome }
    }
proof-talk =
    { $talk ->
        [none] ☎️ Разговор { $at }
       *[other] ☎️ Разговор { $at }, { $talk }
    }
proof-not-scored = ещё не разобран
proof-attempts =
    { $count ->
        [one] 📵 { $count } попытка, не дозвонились. Последняя { $at }
        [few] 📵 { $count } попытки, не дозвонились. Последняя { $at }
       *[many] 📵 { $count } попыток, не дозвонились. Последняя { $at }
    }
proof-attempts-before =
    { $count ->
        [one] Дозвонились не сразу: до этого { $count } попытка
        [few] Дозвонились не сразу: до этого { $count } попытки
       *[many] Дозвонились не сразу: до этого { $count } попыток
    }
proof-missing = Исходящего звонка этому клиенту после поручения нет.
proof-impossible = Номер клиента скрыт, другого он не назвал: звонком такой перезвон не подтвердить.
proof-button = ☎️ Подтверждение #{ $id }
