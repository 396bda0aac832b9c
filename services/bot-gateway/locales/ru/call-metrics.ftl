# «📊 Все метрики» одного звонка.
button-all-metrics = 📊 Все метрики
call-metrics-title = 📊 <b>#{ $id }</b> · все показатели
call-metrics-group = <b>{ $name }</b>
call-metric = { $metric }: { $value }
call-metric-score = <b>{ $value }</b> из { $max }
call-metric-probability = вероятность <b>{ $percent } %</b>
call-metric-flag =
    { $raised ->
        [true] <b>да</b>
       *[false] нет
    }
call-metric-gated = не определить: { $gate }
call-metric-unknown = не определить
