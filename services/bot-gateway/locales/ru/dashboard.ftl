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
        [same] { dashboard-part-value } (как раньше)
       *[other] { dashboard-part-value } ({ $change } п. п.)
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
        [lost] Упущено: { $count } из { $base } целевых
       *[records] Записались: { $count } из { $base } целевых
    }
dashboard-quality =
    { $change ->
        [none] { $light } Качество звонка: { $value } в среднем
        [same] { $light } Качество звонка: { $value } в среднем (как раньше)
       *[other] { $light } Качество звонка: { $value } в среднем ({ $change })
    }
dashboard-too-few = <i>Где звонков меньше { $min }, с прошлыми { $days } днями не сравниваем.</i>
dashboard-today = <b>Сегодня:</b> жалоб без ответственного { $complaint }, перезвонов без ответственного { $followup }, просроченных поручений { $overdue }
dashboard-today-clear = 🟢 <b>Сегодня:</b> всё разобрано, просроченного нет.
dashboard-list-button =
    { $list ->
        [complaint] 🔴 Жалобы без ответственного ({ $count })
       *[followup] 📞 Перезвоны без ответственного ({ $count })
    }
dashboard-overdue-button = ⏰ Просроченные поручения ({ $count })
