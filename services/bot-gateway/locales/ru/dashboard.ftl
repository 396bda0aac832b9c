# «📊 Дашборд».
menu-way-dashboard = 📊 Дашборд
dashboard-title = 📊 <b>Дашборд</b> · { $days } дней, { $from }–{ $to }
dashboard-calls =
    { $calls ->
        [one] ☎️ { $calls } звонок, пропущено { $missed }
        [few] ☎️ { $calls } звонка, пропущено { $missed }
       *[many] ☎️ { $calls } звонков, пропущено { $missed }
    }
# percent «none»: делить не на что; change «none»: не сравниваем, «same»: без изменений.
dashboard-part =
    { $change ->
        [none] { dashboard-part-value }
        [same] { dashboard-part-value } (как раньше{ dashboard-model-same })
       *[other] { dashboard-part-value } ({ $change } п. п.{ dashboard-model })
    }
# Сколько из изменения дала смена версии LM. model «none»: версия одна; «unknown»: разные, а сколько — не узнать.
dashboard-model =
    { $model ->
        [none] {""}
        [unknown] , версии разные
       *[other] , из них модель { $model }
    }
dashboard-model-same =
    { $model ->
        [none] {""}
        [unknown] , версии разные
        [0] {""}
       *[other] ; модель { $model }, люди обратно
    }
dashboard-part-value =
    { $percent ->
        [none] { $light } { dashboard-part-name }
       *[other] { $light } { dashboard-part-name } · { $percent } %
    }
dashboard-part-name =
    { $name ->
        [complaint] Риски жалоб: { $count } из { $base }
        [followup] Нужно перезвонить: { $count } из { $base }
        [lost] Упущено: { $count } из { target-base }
       *[records] Записались: { $count } из { target-base }
    }
# Сколько их всего: «из 21 целевого», «из 22 целевых».
target-base =
    { $base ->
        [one] { $base } целевого
       *[other] { $base } целевых
    }
dashboard-quality =
    { $change ->
        [none] { $light } Качество звонка: { $value } в среднем
        [same] { $light } Качество звонка: { $value } в среднем (как раньше{ dashboard-model-same })
       *[other] { $light } Качество звонка: { $value } в среднем ({ $change }{ dashboard-model })
    }
dashboard-too-few = <i>Где звонков тогда или сейчас меньше { $min }, с прошлыми { $days } днями не сравниваем.</i>
dashboard-versions-differ = <i>Прошлые { $days } дней оценены другой версией LM: изменился разговор или его оценка, здесь не отличить. Перерасчёт прошлых дней это покажет.</i>
dashboard-today = <b>Сделать сегодня:</b> жалоб без ответственного { $complaint }, перезвонов без ответственного { $followup }, просроченных поручений { $overdue }
dashboard-today-clear = 🟢 <b>На сегодня</b> всё разобрано, просроченного нет.
dashboard-list-button =
    { $list ->
        [complaint] 🔴 Жалобы без ответственного ({ $count })
       *[followup] 📞 Перезвоны без ответственного ({ $count })
    }
dashboard-overdue-button = ⏰ Просроченные поручения ({ $count })
