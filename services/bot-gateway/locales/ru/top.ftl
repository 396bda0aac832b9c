# «🎯 Топ-5»: кого послушать первым.
button-top = 🎯 Топ-5
button-top-start = ▶️ Слушать по порядку ({ $count })
button-top-next = Следующий ▶️
button-top-more = 🎯 Выбрать ещё
button-card = 🗂 Карточка

top-title = 🎯 <b>Топ-5</b> · { $days } дней
top-how = Кого послушать первым. Выше — где риск и деньги больше; что уже кому-то поручено, стоит ниже, прослушанного здесь нет.
top-none = 🟢 Слушать нечего: всё, что требует внимания, кто-то уже прослушал.
# operator «none»: никто не ответил.
top-row =
    { $operator ->
        [none] <b>{ $place }.</b> #{ $id } · { $at } · никто не ответил
       *[other] <b>{ $place }.</b> #{ $id } · { $at } · { $operator }
    }
top-call-button = { $place }. #{ $id } · { $at }
top-waited = ⏳ { $span } назад

top-place =
    { $heard ->
        [0] 🎯 <b>{ $place } из { $count }</b>
       *[other] 🎯 <b>{ $place } из { $count }</b> · прослушано { $heard }
    }
top-operator = Оператор { $operator }
top-heard-by = ✅ #{ $id } уже прослушан ({ $names }), вот следующий.
top-gone = #{ $id } в этой пятёрке больше нет, вот следующий.
top-done =
    { $count ->
        [0] 🎯 Этих звонков больше нет.
        [one] 🎯 <b>Готово:</b> { $count } звонок прослушан.
        [few] 🎯 <b>Готово:</b> прослушаны { $count } звонка.
       *[many] 🎯 <b>Готово:</b> прослушаны { $count } звонков.
    }
