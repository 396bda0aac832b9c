# "Table of metrics".
button-metrics = 📈 Table of metrics
metrics-title = 📈 <b>Table of metrics</b> · { metrics-group-name } · { $days } days, { $from }–{ $to }
metrics-group-name =
    { $group ->
        [operational] Operations
        [conversion] Conversion
        [quality] Quality
        [risk] Risks
       *[forecast] Forecast
    }
metrics-group-button =
    { $chosen ->
        [true] • { metrics-group-name }
       *[false] { metrics-group-name }
    }
metric-none = <b>{ $name }</b> · not known in these calls
metric-hidden = <b>{ $name }</b> · too little data
metric-calls =
    { $calls ->
        [one] { $calls } call
       *[other] { $calls } calls
    }
metric-head =
    { $few ->
        [true] <b>{ $name }</b> · { metric-calls }, too little data
       *[false] <b>{ $name }</b> · { metric-calls }
    }
metric-mean =
    { $kind ->
        [probability] probability { $mean }% on average{ $change } · p90 { $p90 }%
       *[score] { $mean } on average{ $change } · p90 { $p90 }
    }
# Calls beyond the metric's red line.
metric-red = { $light } { $count } of { $calls } · { $percent }%{ $change }
metric-churn = low { $low } · medium { $medium } · high { $high } · critical { $critical }
metrics-red = <i>🔴 — calls beyond the red line.</i>
metrics-p90 = <i>p90: nine calls of ten have no more.</i>
metrics-compared = <i>In brackets: the change against the { $days } days before. Where there are fewer than { $min } calls nothing is compared.</i>
metrics-not-compared = <i>Not compared with the { $days } days before: fewer than { $min } calls, then or now.</i>

# The change behind a number. turn "none": nothing to compare with; "neither": neither good nor bad.
figure-change =
    { $turn ->
        [none] {""}
        [same] {" "}(as before)
        [better] {" "}({ figure-points }, better)
        [worse] {" "}({ figure-points }, worse)
       *[neither] {" "}({ figure-points })
    }
figure-points =
    { $unit ->
        [percent] { $sign }{ $by } pp
       *[points] { $sign }{ $by }
    }
figure-period-button =
    { $chosen ->
        [true] • { $days } days
       *[false] { $days } days
    }
figures-versions-differ = <i>The calls were scored by different LM versions: a part of a change may be the scoring's and not people's.</i>
figures-hidden = Too little data: fewer than { $min } calls.
