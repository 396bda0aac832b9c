# Экраны за дашбордом: «Операторы», «Причины потерь», «Динамика», «Маркетинг».
button-operators = Операторы
button-loss = Причины потерь
button-dynamics = Динамика
button-marketing = Маркетинг

operators-title = 👥 <b>Операторы</b> · { $days } дней, { $from }–{ $to }
operators-order-name =
    { $order ->
        [quality] качество
        [records] записи
        [lost] упущенные
       *[complaint] жалобы
    }
operators-order = Сначала худшие: { operators-order-name }
operators-order-button =
    { $chosen ->
        [true] • { operators-order-name }
       *[false] { operators-order-name }
    }
operator-name =
    { $name ->
        [none] { $code }
       *[other] { $name } ({ $code })
    }
# place «none»: звонков мало, места нет.
operators-calls =
    { $calls ->
        [one] { $calls } звонок
        [few] { $calls } звонка
       *[many] { $calls } звонков
    }
operators-head =
    { $place ->
        [none] <b>{ $name }</b> · { operators-calls }, мало для сравнения
       *[other] { $place }. <b>{ $name }</b> · { operators-calls }
    }
# Число, по которому выстроены; остальные — той же строкой короче.
operators-quality = { $light } качество { $value } в среднем{ $change }
operators-part =
    { $name ->
        [records] записались { $count } из { $base }
        [lost] упущено { $count } из { $base }
       *[complaint] жалобы { $count } из { $base }
    }
operators-share = { $part } · { $percent } %{ $change }
operators-none = За эти дни звонков с операторами нет.
operators-few =
    { $count ->
        [one] <i>Без места { $count } оператор: звонков меньше { $min }.</i>
        [few] <i>Без места { $count } оператора: звонков меньше { $min }.</i>
       *[many] <i>Без места { $count } операторов: звонков меньше { $min }.</i>
    }
operators-unanswered =
    { $count ->
        [one] Никто не ответил: { $count } звонок
        [few] Никто не ответил: { $count } звонка
       *[many] Никто не ответил: { $count } звонков
    }

loss-title = 💸 <b>Причины потерь</b> · { $days } дней, { $from }–{ $to }
loss-none = 🟢 Упущенных записей нет.
loss-total = Упущено { $count } из { target-base } · { $percent } %{ $change }
loss-line = { $place }. { $reason } — { $calls } · { $percent } %{ $change }
loss-compared = <i>Доля — от всех упущенных. В скобках изменение доли к прошлым { $days } дням.</i>
loss-not-compared = <i>Доля — от всех упущенных. С прошлыми { $days } днями не сравниваем: тогда или сейчас упущенных меньше { $min }.</i>
loss-list-button = 💸 Открыть упущенные ({ $count })

dynamics-title = 📉 <b>Динамика</b> · { $days } дней, { $from }–{ $to }
dynamics-columns =
    { $grain ->
        [day] Столбик — день, справа сегодня: он ещё идёт.
       *[week] Столбик — неделя ({ $count }), справа последние 7 дней.
    }
dynamics-course =
    { $course ->
        [calls] ☎️ Звонки
        [complaint] Риски жалоб, % разговоров
        [records] Записались, % целевых
        [lost] Упущено, % целевых
       *[quality] Качество звонка в среднем
    }
# known «none»: нигде не хватает звонков; «earlier»: не хватает в последнем столбике.
dynamics-head =
    { $known ->
        [none] { dynamics-course }: мало данных
        [earlier] { dynamics-course }
       *[now] { dynamics-course }: { dynamics-latest } { $value }
    }
dynamics-latest =
    { $grain ->
        [day] сегодня
       *[week] за 7 дней
    }
dynamics-range =
    { $steady ->
        [true] всё время { $low }
       *[false] от { $low } ({ $lowDay }) до { $high } ({ $highDay })
    }
dynamics-gaps =
    { $grain ->
        [day] <i>Точка — в этот день звонков меньше { $min }. По неделям их больше.</i>
       *[week] <i>Точка — в эту неделю звонков меньше { $min }.</i>
    }
dynamics-grain-name =
    { $grain ->
        [day] По дням
       *[week] По неделям
    }
dynamics-grain-button =
    { $chosen ->
        [true] • { dynamics-grain-name }
       *[false] { dynamics-grain-name }
    }

marketing-title = 📣 <b>Маркетинг</b> · { $days } дней, { $from }–{ $to }
source-name =
    { $source ->
        [none] источник не указан
       *[other] { $source }
    }
source-hidden = <b>{ $name }</b> · мало данных
source-calls =
    { $calls ->
        [one] { $calls } звонок, целевых { $target }
        [few] { $calls } звонка, целевых { $target }
       *[many] { $calls } звонков, целевых { $target }
    }
source-head =
    { $few ->
        [true] <b>{ $name }</b> · { source-calls }, мало данных
       *[false] <b>{ $name }</b> · { source-calls }
    }
# percent «none»: целевых нет, делить не на что.
source-records =
    { $percent ->
        [none] записались { $count } из { $base }
       *[other] записались { $count } из { $base } · { $percent } %{ $change }
    }
source-lost =
    { $percent ->
        [none] упущено { $count } из { $base }
       *[other] упущено { $count } из { $base } · { $percent } %{ $change }
    }
marketing-few = <i>Мало данных — целевых звонков меньше { $min }: по ним судить нельзя.</i>
