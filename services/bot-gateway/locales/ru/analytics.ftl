# «🧠 LM Аналитика» и списки звонков.
menu-way-analytics = 🧠 LM Аналитика
button-previous = ◀️
button-next = ▶️
button-first-page = ⏮ В начало
page-empty = На этой странице уже пусто: список стал короче.

# Красный, жёлтый, зелёный: рядом всегда стоит число. Перезвон и шанс продать ещё — без цвета.
light =
    { $level ->
        [red] 🔴
        [yellow] 🟡
        [green] 🟢
        [callback] 📞
        [chance] 💡
       *[unknown] ⚪️
    }

period-button =
    { $days ->
       *[other] { $days } дней
        }

analytics-title = 🧠 <b>LM Аналитика</b> · { $days } дней, { $from }–{ $to }
analytics-no-calls = За эти дни звонков ещё нет.
calls-unscored = ⏳ Ещё не разобрано звонков: { $count } из последних { $of }. Здесь их пока нет.
analytics-quality =
    { $calls ->
        [one] { $calls } звонок: разобрано { $scored }, без разговора { $gated }, без расшифровки { $withoutTranscript }
        [few] { $calls } звонка: разобрано { $scored }, без разговора { $gated }, без расшифровки { $withoutTranscript }
       *[many] { $calls } звонков: разобрано { $scored }, без разговора { $gated }, без расшифровки { $withoutTranscript }
    }
analytics-unowned = Ещё без ответственного: жалобы { $complaint }, перезвоны { $followup }, упущенные { $lost }

call-list-button =
    { $list ->
        [complaint] 🔴 Риски жалоб ({ $count })
        [followup] 📞 Нужно перезвонить ({ $count })
       *[lost] 💸 Упущенная выручка ({ $count })
        }

call-list-name =
    { $list ->
        [complaint] 🔴 <b>Риски жалоб</b>
        [followup] 📞 <b>Нужно перезвонить</b>
       *[lost] 💸 <b>Упущенная выручка</b>
    }
call-list-title =
    { $count ->
        [one] { call-list-name } · { $days } дней · { $count } звонок
        [few] { call-list-name } · { $days } дней · { $count } звонка
       *[many] { call-list-name } · { $days } дней · { $count } звонков
    }
filters = 🔎 { $filters }
filter-without-owner = без ответственного
filter-untouched = новые: никто не слушал и никому не поручали
filter-operator =
    { $operator ->
        [none] никто не ответил
       *[other] оператор { $operator }
    }
filter-latest = сначала недавние
call-list-none-filtered = По этим фильтрам звонков нет: снимите один из них.
call-list-none =
    { $list ->
        [complaint] 🟢 Жалоб нет.
        [followup] 🟢 Перезванивать некому.
       *[lost] 🟢 Упущенных записей нет.
    }

# operator «none»: никто не ответил.
call-list-row =
    { $operator ->
        [none] { $light } <b>{ $score }</b> · { $at } · #{ $id } · никто не ответил
       *[other] { $light } <b>{ $score }</b> · { $at } · #{ $id } · { $operator }
    }
call-quote = «{ $quote }»
call-list-owner =
    { $state ->
        [done] ✅ выполнено: { $name }
        [failed] ❌ не удалось: { $name }
        [cancelled] 🗑 отменено: { $name }
       *[open] 👤 { $name }
    }
call-list-unowned = 👤 без ответственного
call-list-call-button = #{ $id } · { $at } · { $score }
call-list-filter-button =
    { $on ->
        [true] ☑️ Только без ответственного ({ $count })
       *[false] Только без ответственного ({ $count })
    }
call-list-untouched-button =
    { $on ->
        [true] ☑️ Новые ({ $count })
       *[false] Новые ({ $count })
    }
call-list-operator-button = Оператор
call-list-operator-chosen-button =
    { $operator ->
        [none] ☑️ Оператор: никто не ответил
       *[other] ☑️ Оператор: { $operator }
    }
call-list-order-button =
    { $order ->
        [latest] ↕️ Сначала недавние
       *[worst] ↕️ Сначала худшие
    }
list-operator-question = Чьи звонки показать? В скобках — сколько их в этом списке.
list-operator-none = Звонков в списке сейчас нет, выбирать не из кого.
list-operator-button =
    { $operator ->
        [none] никто не ответил ({ $count })
       *[other] { $operator } ({ $count })
    }
list-operator-all = Все операторы ({ $count })
