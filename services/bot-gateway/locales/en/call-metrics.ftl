# «📊 All metrics» of one call.
button-all-metrics = 📊 All metrics
call-metrics-title = 📊 <b>#{ $id }</b> · all metrics
call-metrics-group = <b>{ $name }</b>
call-metric = { $metric }: { $value }
call-metric-score = <b>{ $value }</b> of { $max }
call-metric-probability = probability <b>{ $percent }%</b>
call-metric-flag =
    { $raised ->
        [true] <b>yes</b>
       *[false] no
    }
call-metric-gated = not known: { $gate }
call-metric-unknown = not known
