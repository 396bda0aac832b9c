# «📈 Таблица метрик».
button-metrics = 📈 Таблица метрик
metrics-title = 📈 <b>Таблица метрик</b> · { metrics-group-name } · { $days } дней, { $from }–{ $to }
metrics-group-name =
    { $group ->
        [operational] Операционные
        [conversion] Конверсия
        [quality] Качество
        [risk] Риски
       *[forecast] Прогноз
    }
metrics-group-button =
    { $chosen ->
        [true] • { metrics-group-name }
       *[false] { metrics-group-name }
    }
metric-none = <b>{ $name }</b> · в этих звонках неизвестно
metric-hidden = <b>{ $name }</b> · мало данных
metric-calls =
    { $calls ->
        [one] { $calls } звонок
        [few] { $calls } звонка
       *[many] { $calls } звонков
    }
metric-head =
    { $few ->
        [true] <b>{ $name }</b> · { metric-calls }, мало данных
       *[false] <b>{ $name }</b> · { metric-calls }
    }
metric-mean =
    { $kind ->
        [probability] вероятность в среднем { $mean } %{ $change } · p90 { $p90 } %
       *[score] в среднем { $mean }{ $change } · p90 { $p90 }
    }
# Сколько звонков за красной чертой показателя.
metric-red = { $light } { $count } из { $calls } · { $percent } %{ $change }
metric-churn = низкий { $low } · средний { $medium } · высокий { $high } · критический { $critical }
metrics-red = <i>🔴 — звонки за красной чертой.</i>
metrics-p90 = <i>p90: у девяти звонков из десяти не больше.</i>
metrics-compared = <i>В скобках — изменение к прошлым { $days } дням. Где звонков меньше { $min }, сравнения нет.</i>
metrics-not-compared = <i>С прошлыми { $days } днями не сравниваем: тогда или сейчас звонков меньше { $min }.</i>

# Изменение за числом. turn «none»: не с чем сравнивать; «neither»: не хорошо и не плохо.
figure-change =
    { $turn ->
        [none] {""}
        [same] {" "}(как раньше)
        [better] {" "}({ figure-points }, лучше)
        [worse] {" "}({ figure-points }, хуже)
       *[neither] {" "}({ figure-points })
    }
figure-points =
    { $unit ->
        [percent] { $sign }{ $by } п. п.
       *[points] { $sign }{ $by }
    }
figure-period-button =
    { $chosen ->
        [true] • { $days } дней
       *[false] { $days } дней
    }
figures-versions-differ = <i>Звонки оценены разными версиями LM: часть изменения может быть от оценки, а не от людей.</i>
figures-hidden = Мало данных: звонков меньше { $min }.
